package io.timbre.signal.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** WAV in its four dresses, byte by byte at 22,050 Hz, the same samples on every channel. */
final class Wav {
    private static final int RATE_HZ = 22_050;
    private static final int EXTENSIBLE = 0xfffe;
    private static final byte[] GUID_TAIL = HexFormat.of().parseHex("000000001000800000aa00389b71");
    private static final byte[] W64_RIFF = HexFormat.of().parseHex("726966662e91cf11a5d628db04c10000");
    private static final String W64_TAIL = "f3acd3118cd100c04f8edb8a";

    private Wav() {}

    /** {@code formatTag} is 1 for integers, 3 for floats. */
    static byte[] plain(int formatTag, int bits, int channels, double... samples) {
        return riff("RIFF", new byte[0], format(formatTag, bits, channels), data(formatTag, bits, channels, samples));
    }

    static byte[] extensible(int formatTag, int bits, int channels, double... samples) {
        byte[] format = format(EXTENSIBLE, bits, channels);
        ByteBuffer longer = littleEndian(40).put(format).putShort((short) 22).putShort((short) bits);
        longer.putInt((1 << channels) - 1).putShort((short) formatTag).put(GUID_TAIL);
        return riff("RIFF", new byte[0], longer.array(), data(formatTag, bits, channels, samples));
    }

    /** Lengths of 64 bits in a chunk of their own, those of 32 bits all ones. */
    static byte[] rf64(int formatTag, int bits, int channels, double... samples) {
        byte[] data = data(formatTag, bits, channels, samples);
        ByteBuffer lengths = littleEndian(36).put(ascii("ds64")).putInt(28);
        lengths.putLong(36 + 4 + 24 + 8 + data.length)
                .putLong(data.length)
                .putLong(samples.length)
                .putInt(0);
        byte[] file = riff("RF64", lengths.array(), format(formatTag, bits, channels), data);
        ByteBuffer.wrap(file).putInt(4, -1).putInt(file.length - data.length - 4, -1);
        return file;
    }

    /** Sony's: GUIDs for names, lengths of 64 bits that count themselves, chunks on multiples of 8. */
    static byte[] w64(int formatTag, int bits, int channels, double... samples) {
        byte[] format = format(formatTag, bits, channels);
        byte[] data = data(formatTag, bits, channels, samples);
        ByteBuffer file = littleEndian(40 + 24 + format.length + 24 + data.length);
        file.put(W64_RIFF).putLong(file.capacity()).put(w64Name("wave"));
        file.put(w64Name("fmt ")).putLong(24 + format.length).put(format);
        file.put(w64Name("data")).putLong(24 + data.length).put(data);
        return file.array();
    }

    private static byte[] w64Name(String name) {
        return littleEndian(16)
                .put(ascii(name))
                .put(HexFormat.of().parseHex(W64_TAIL))
                .array();
    }

    private static byte[] riff(String name, byte[] lengths, byte[] format, byte[] data) {
        ByteBuffer file = littleEndian(12 + lengths.length + 8 + format.length + 8 + data.length);
        file.put(ascii(name)).putInt(file.capacity() - 8).put(ascii("WAVE")).put(lengths);
        file.put(ascii("fmt ")).putInt(format.length).put(format);
        file.put(ascii("data")).putInt(data.length).put(data);
        return file.array();
    }

    private static byte[] format(int formatTag, int bits, int channels) {
        int frameBytes = channels * bits / 8;
        ByteBuffer format = littleEndian(16).putShort((short) formatTag).putShort((short) channels);
        format.putInt(RATE_HZ)
                .putInt(RATE_HZ * frameBytes)
                .putShort((short) frameBytes)
                .putShort((short) bits);
        return format.array();
    }

    private static byte[] data(int formatTag, int bits, int channels, double... samples) {
        ByteBuffer data = littleEndian(samples.length * channels * bits / 8);
        for (double sample : samples) {
            for (int channel = 0; channel < channels; channel++) {
                put(data, formatTag, bits, sample);
            }
        }
        return data.array();
    }

    private static void put(ByteBuffer data, int formatTag, int bits, double sample) {
        long integer = (long) (sample * (1L << (bits - 1)));
        switch (formatTag * 100 + bits) {
            case 108 -> data.put((byte) (integer + 128)); // The only unsigned one.
            case 116 -> data.putShort((short) integer);
            case 124 -> data.put((byte) integer).putShort((short) (integer >> 8));
            case 132 -> data.putInt((int) integer);
            case 332 -> data.putFloat((float) sample);
            case 364 -> data.putDouble(sample);
            default -> throw new IllegalArgumentException("no such WAV: " + formatTag + ", " + bits);
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
