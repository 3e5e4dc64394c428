package io.timbre.trainer.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.timbre.schemas.TrackIds;
import io.timbre.trainer.data.Part;
import java.nio.ByteBuffer;

/**
 * Which part an artist belongs to: for ever, whoever else comes, since nothing but the name decides. So a test artist of
 * today was none of yesterday's training either.
 *
 * @param test share of the artists that training never sees, in (0, 1)
 * @param validation share of the artists that choose epoch, temperature and threshold, in (0, 1)
 */
record Shares(double test, double validation) {

    Shares {
        if (!(test > 0 && validation > 0 && test + validation < 1)) {
            throw new IllegalArgumentException("shares of test and validation must be > 0 and leave some for training:"
                    + " were " + test + " and " + validation);
        }
    }

    Part partOf(String circle) {
        double place = place(circle);
        if (place < test) {
            return Part.TEST;
        }
        return place < test + validation ? Part.VALIDATION : Part.TRAINING;
    }

    /** Even over [0, 1): the first 53 bits of a SHA-256. */
    private static double place(String circle) {
        long bits = ByteBuffer.wrap(TrackIds.sha256().digest(circle.getBytes(UTF_8)))
                .getLong();
        return (bits >>> 11) * 0x1p-53;
    }
}
