package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackIdsTest {
    /** FIPS 180-2, appendix B.1: the digest of "abc". */
    @Test
    void anIdIsTheSha256OfTheBytes() {
        var digest = TrackIds.sha256();
        digest.update("abc".getBytes(US_ASCII));

        assertThat(TrackIds.of(digest)).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aRecordingHasItsIdBeforeItIsUploaded(@TempDir Path folder) throws IOException {
        assertThat(TrackIds.of(Files.writeString(folder.resolve("abc.wav"), "abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void aDerivedIdIsTheSameForTheSamePartsAndOnlyThen() {
        var id = TrackIds.derived(Samples.ID, "model-1", "print");

        assertThat(TrackIds.derived(Samples.ID, "model-1", "print")).isEqualTo(id);
        assertThat(TrackIds.derived(Samples.ID, "model-2", "print")).isNotEqualTo(id);
        assertThat(TrackIds.derived(Samples.ID, "model-1print")).isNotEqualTo(id);
    }

    @Test
    void onlySixtyFourLowerCaseHexadecimalDigitsAreAnId() {
        assertThat(TrackIds.isTrackId(Samples.ID)).isTrue();
        assertThat(TrackIds.isTrackId(Samples.ID.substring(1))).isFalse();
        assertThat(TrackIds.isTrackId(Samples.ID.replace('a', 'A'))).isFalse();
        assertThat(TrackIds.isTrackId(null)).isFalse();
        assertThat(TrackIds.isTrackId("../" + Samples.ID.substring(3))).isFalse();
    }
}
