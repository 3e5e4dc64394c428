package io.timbre.k8s;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.network.ConnectionMode;
import org.apache.kafka.common.security.ssl.SslFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the files that Strimzi's Secrets have, what the manifests set makes a client of Kafka that has a certificate. */
class KafkaTlsTest {
    private static final String PASSWORD = "of-the-user";

    @TempDir
    private Path secrets;

    private final Manifests base = Manifests.of("base");

    /** A user that is its own authority: Kafka's client cannot tell. */
    @BeforeEach
    void makeSecrets() throws IOException, InterruptedException {
        var store = secrets.resolve("user.p12").toString();
        keytool("-genkeypair", "-alias", "user", "-keyalg", "EC", "-dname", "CN=features", "-keystore", store);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "user",
                "-file",
                secrets.resolve("ca.crt").toString(),
                "-keystore",
                store);
    }

    @Test
    void isWhatClientsOfKafkaTake() {
        base.services().forEach((service, pod) -> {
            var settings = settings(pod, "KAFKA_");
            settings.put("bootstrap.servers", "localhost:9093");
            try (var factory = new SslFactory(ConnectionMode.CLIENT)) {
                factory.configure(new AdminClientConfig(settings).values());

                assertThat(settings).containsEntry("security.protocol", "SSL");
                assertThat(factory.sslEngineFactory().keystore()).as(service).isNotNull();
                assertThat(factory.sslEngineFactory().truststore()).as(service).isNotNull();
                assertThat(factory.createSslEngine("timbre-kafka-bootstrap", 9093)
                                .getUseClientMode())
                        .isTrue();
            }
        });
    }

    @Test
    void isTheSameForKafkaStreams() {
        base.services()
                .values()
                .forEach(pod ->
                        assertThat(settings(pod, "QUARKUS_KAFKA_STREAMS_")).isEqualTo(settings(pod, "KAFKA_")));
    }

    /** As Quarkus reads variables: dots for lines. Files are where this test has them, passwords as it made them. */
    private Map<String, Object> settings(PodTemplateSpec pod, String prefix) {
        var container = Manifests.container(pod);
        return new TreeMap<>(container.getEnv().stream()
                .filter(variable -> variable.getName().matches(prefix + "(SECURITY|SSL)_.*"))
                .collect(toMap(
                        variable -> variable.getName()
                                .substring(prefix.length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        variable -> value(container, variable))));
    }

    private String value(Container container, EnvVar variable) {
        if (variable.getValueFrom() != null) {
            assertThat(variable.getValueFrom().getSecretKeyRef().getKey()).isEqualTo("user.password");
            return PASSWORD;
        }
        if (!variable.getName().endsWith("_LOCATION")) {
            return variable.getValue();
        }
        var file = Path.of(variable.getValue());
        assertThat(container.getVolumeMounts())
                .extracting(VolumeMount::getMountPath)
                .contains(file.getParent().toString());
        return secrets.resolve(file.getFileName()).toString();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        assertThat(new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor())
                .isZero();
    }
}
