package io.timbre.signal.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.codec.UndecodableException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damages good files, by a fixed seed, 400 of them and more with {@code -Dtimbre.fuzz=N}: each is read or refused. */
class ScoreFuzzTest {
    private static final int FILES = Integer.getInteger("timbre.fuzz", 400);

    private enum Damage {
        FLIPPED_BITS {
            @Override
            byte[] to(byte[] file, Random random) {
                for (int i = 0; i <= random.nextInt(20); i++) {
                    file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return file;
            }
        },
        CUT_OFF {
            @Override
            byte[] to(byte[] file, Random random) {
                return Arrays.copyOf(file, random.nextInt(file.length));
            }
        },
        HEADER_AND_LENGTHS {
            @Override
            byte[] to(byte[] file, Random random) {
                for (int i = 0; i <= random.nextInt(4); i++) {
                    file[4 + random.nextInt(24)] = (byte) random.nextInt(256);
                }
                return file;
            }
        },
        RANDOM_STRETCH {
            @Override
            byte[] to(byte[] file, Random random) {
                byte[] noise = new byte[random.nextInt(file.length / 2)];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, file, random.nextInt(file.length - noise.length), noise.length);
                return file;
            }
        };

        abstract byte[] to(byte[] file, Random random);
    }

    private final ScoreReader reader = new ScoreReader(ScoreLimits.standard());

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void readsOrRefusesEachDamagedFileAndSaysNothing() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var said = new ByteArrayOutputStream();
        var stream = new PrintStream(said, true);
        System.setOut(stream);
        System.setErr(stream);
        Map<Damage, Integer> read;
        try {
            read = readAll();
        } finally {
            System.setOut(out);
            System.setErr(err);
        }

        assertThat(said.toString()).isEmpty();
        // Of each damage, some files are still scores and some are not.
        for (Damage damage : Damage.values()) {
            assertThat(read.getOrDefault(damage, 0)).as("%s", damage).isBetween(1, FILES / 4 - 1);
        }
    }

    private Map<Damage, Integer> readAll() {
        var random = new Random(20_26);
        var read = new EnumMap<Damage, Integer>(Damage.class);
        for (int i = 0; i < FILES; i++) {
            Damage damage = Damage.values()[i % Damage.values().length];
            byte[] good = ScoreWriter.write(Score.of(Melody.compose(i % 7, 10)));
            if (isRead(damage.to(good, random))) {
                read.merge(damage, 1, Integer::sum);
            }
        }
        return read;
    }

    private boolean isRead(byte[] file) {
        try {
            return !reader.read(file).notes().isEmpty();
        } catch (UndecodableException e) {
            return false;
        }
    }
}
