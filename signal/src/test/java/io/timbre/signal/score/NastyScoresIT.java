package io.timbre.signal.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.DataFolder;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that others collected because they broke a reader: each is read or refused, for a reason. */
class NastyScoresIT {
    private static final String SCORE = "SCORE";

    private final ScoreReader reader = new ScoreReader(ScoreLimits.standard());

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsOrRefusesEveryScore() throws Exception {
        Map<String, String> outcomes = outcomes(true);

        assertThat(outcomes).hasSize(44);
        assertThat(outcomes)
                .containsEntry("zero_length.mid", Fault.EMPTY.name())
                .containsEntry("midi_division_0.mid", Fault.UNDECODABLE.name())
                .containsEntry("test-empty.mid", Fault.UNDECODABLE.name())
                .containsEntry("zeroed_2000_bytes.mid", Fault.TOO_LONG.name())
                .containsEntry("midi_65535_tracks.mid", SCORE)
                .containsEntry("midi_tempo_0.mid", SCORE)
                .containsEntry("midi_all_notes_never_off.mid", SCORE)
                .containsEntry("test-2-tracks-type-2.mid", SCORE)
                .containsEntry("test-running-status-metaevent.mid", SCORE)
                .containsEntry("good.mid", SCORE);
        assertThat(outcomes.values()).filteredOn(SCORE::equals).hasSize(35);
    }

    @Test
    void refusesRecordingsAsOfAnUnknownKind() throws Exception {
        assertThat(outcomes(false).values())
                .hasSizeGreaterThan(150)
                .containsOnly(Fault.UNKNOWN_KIND.name(), Fault.EMPTY.name());
    }

    private Map<String, String> outcomes(boolean scores) throws IOException {
        var outcomes = new TreeMap<String, String>();
        try (var files = Files.walk(DataFolder.require("nasty"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".mid") == scores) {
                    outcomes.put(name, outcome(file));
                }
            }
        }
        return outcomes;
    }

    private String outcome(Path file) throws IOException {
        try {
            assertThat(reader.read(file).notes()).isNotEmpty();
            return SCORE;
        } catch (UndecodableException e) {
            return e.fault().name();
        }
    }
}
