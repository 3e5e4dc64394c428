package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;

class PodRoleTest {
    /** Where the SDK cannot exchange tokens it does not look at this one. */
    @Test
    void isTakenOnByTheTokenThatThePodIsGiven(@TempDir Path folder) {
        var token = folder.resolve("token");
        try (var role = WebIdentityTokenFileCredentialsProvider.builder()
                .roleArn("arn:aws:iam::123456789012:role/timbre")
                .webIdentityTokenFile(token)
                .build()) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(role::resolveCredentials)
                    .withCauseInstanceOf(NoSuchFileException.class)
                    .withMessageContaining(token.toString());
        }
    }
}
