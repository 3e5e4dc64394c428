package io.timbre.signal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ways in which a file breaks. Each leaves the original alone. */
enum Damage {
    /** One bit in a thousand bytes, up to one in ten; the first bytes as likely as the last. */
    BIT_FLIPS {
        @Override
        byte[] of(byte[] whole, RandomGenerator random) {
            byte[] broken = whole.clone();
            int flips = 1 + (int) (whole.length * Math.pow(10, -random.nextDouble(1, 5)));
            for (int i = 0; i < flips; i++) {
                broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return broken;
        }
    },
    /** Cut off anywhere, half of the time within the header. */
    TRUNCATION {
        @Override
        byte[] of(byte[] whole, RandomGenerator random) {
            int most = random.nextBoolean() ? Math.min(HEADER_BYTES, whole.length) : whole.length;
            return Arrays.copyOf(whole, random.nextInt(most));
        }
    },
    /** A number of 16, 32 or 64 bits, where lengths and rates stand, becomes an extreme one. */
    LENGTH_FIELDS {
        @Override
        byte[] of(byte[] whole, RandomGenerator random) {
            byte[] broken = whole.clone();
            var order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            ByteBuffer bytes = ByteBuffer.wrap(broken).order(order);
            int edits = 1 + random.nextInt(4);
            for (int i = 0; i < edits; i++) {
                int most = random.nextInt(4) > 0 ? Math.min(HEADER_BYTES, broken.length) : broken.length;
                int position = random.nextInt(most - Long.BYTES);
                long number = EXTREMES[random.nextInt(EXTREMES.length)];
                switch (random.nextInt(3)) {
                    case 0 -> bytes.putShort(position, (short) number);
                    case 1 -> bytes.putInt(position, (int) number);
                    default -> bytes.putLong(position, number);
                }
            }
            return broken;
        }
    },
    /** A stretch of the file is there twice, or many times. */
    DUPLICATION {
        @Override
        byte[] of(byte[] whole, RandomGenerator random) {
            int start = random.nextInt(whole.length);
            int length = 1 + random.nextInt(Math.min(whole.length - start, 4_096));
            int times = random.nextBoolean() ? 1 : random.nextInt(100);
            ByteBuffer broken = ByteBuffer.allocate(whole.length + times * length);
            broken.put(whole, 0, start);
            for (int i = 0; i < times; i++) {
                broken.put(whole, start, length);
            }
            return broken.put(whole, start, whole.length - start).array();
        }
    },
    /** A stretch of the file is missing. */
    DELETION {
        @Override
        byte[] of(byte[] whole, RandomGenerator random) {
            int start = random.nextInt(whole.length);
            int end = start + random.nextInt(whole.length - start);
            byte[] broken = Arrays.copyOf(whole, whole.length - (end - start));
            System.arraycopy(whole, end, broken, start, whole.length - end);
            return broken;
        }
    },
    /** A stretch of the file is noise, or zero. */
    OVERWRITING {
        @Override
        byte[] of(byte[] whole, RandomGenerator random) {
            byte[] broken = whole.clone();
            byte[] stretch = new byte[random.nextInt(whole.length / 4)];
            if (random.nextBoolean()) {
                random.nextBytes(stretch);
            }
            System.arraycopy(stretch, 0, broken, random.nextInt(whole.length - stretch.length), stretch.length);
            return broken;
        }
    };

    private static final int HEADER_BYTES = 512;
    private static final long[] EXTREMES = {
        0, 1, 2, 7, 255, 256, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffffL, 0x80000000L, 0xffffffffL, Long.MAX_VALUE, -1
    };

    abstract byte[] of(byte[] whole, RandomGenerator random);
}
