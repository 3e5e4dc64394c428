package io.timbre.signal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.signal.Signals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What players write before and after the sound is not the sound. */
class TaggedFilesTest {
    private static final int RATE_HZ = 22_050;
    private static final int ID3_HAS_FOOTER = 0x10;

    private final AudioDecoder decoder = new AudioDecoder(new DecodeLimits(Duration.ofSeconds(10)));

    @TempDir
    Path folder;

    private byte[] mp3;
    private float[] sound;

    @BeforeEach
    void makeAnMp3() throws Exception {
        mp3 = encoded(AudioFormat.MP3);
        sound = decoded(mp3);
    }

    @Test
    void hearsTheSameThroughOneTagOrMany() throws Exception {
        assertThat(decoded(id3(0, 100), mp3)).containsExactly(sound);
        assertThat(decoded(id3(0, 100), id3(0, 3_000), mp3)).containsExactly(sound);
        assertThat(decoded(id3(ID3_HAS_FOOTER, 100), mp3)).containsExactly(sound);
    }

    @Test
    void hearsTheSameBeforeTrailingTags() throws Exception {
        assertThat(decoded(mp3, id3v1())).containsExactly(sound);
        assertThat(decoded(mp3, ape(500), id3v1())).containsExactly(sound);
    }

    /** The rest of the tag passes for junk before the sound, behind which the padding's length is not looked for. */
    @Test
    void hearsTheSoundBehindATagThatLiesAboutItsLength() throws Exception {
        byte[] tag = id3(0, 100);
        tag[9] = 0;

        assertThat(decoded(tag, mp3).length - sound.length).isBetween(0, 3 * 1_152);
    }

    @ParameterizedTest
    @EnumSource(names = {"MP3", "FLAC", "AAC"})
    void hearsTheSameBehindAPictureOfMegabytes(AudioFormat format) throws Exception {
        byte[] plain = encoded(format);

        assertThat(decoded(id3(0, 3 << 20), plain)).containsExactly(decoded(plain));
    }

    private byte[] encoded(AudioFormat format) throws IOException {
        Path file = folder.resolve("plain");
        AudioEncoder.encode(Signals.sine(440, 0.5, 1, RATE_HZ), format, file);
        return Files.readAllBytes(file);
    }

    private float[] decoded(byte[]... parts) throws Exception {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        Path file = Files.write(folder.resolve("tagged"), bytes.toByteArray());
        return decoder.decode(file, RATE_HZ).audio().samples();
    }

    /** An ID3v2.4 tag with one picture of so many bytes, and a footer if the flags say so. */
    private static byte[] id3(int flags, int pictureBytes) {
        byte[] mediaType = ascii("\0image/jpeg\0\3\0");
        int content = mediaType.length + pictureBytes;
        var tag = ByteBuffer.allocate(10 + 10 + content + (flags == ID3_HAS_FOOTER ? 10 : 0));
        tag.put(ascii("ID3\4\0")).put((byte) flags).putInt(sevenBitsAByte(10 + content));
        tag.put(ascii("APIC"))
                .putInt(sevenBitsAByte(content))
                .putShort((short) 0)
                .put(mediaType);
        if (flags == ID3_HAS_FOOTER) {
            tag.position(tag.capacity() - 10);
            tag.put(ascii("3DI\4\0")).put((byte) flags).putInt(sevenBitsAByte(10 + content));
        }
        return tag.array();
    }

    private static int sevenBitsAByte(int length) {
        return (length & 0x7f) | (length & 0x3f80) << 1 | (length & 0x1fc000) << 2 | (length & 0xfe00000) << 3;
    }

    private static byte[] id3v1() {
        return ByteBuffer.allocate(128).put(ascii("TAGA title")).array();
    }

    /** An APEv2 tag with one item, of which the footer alone says where it begins. */
    private static byte[] ape(int valueBytes) {
        byte[] key = ascii("Cover\0");
        int content = 8 + key.length + valueBytes + 32;
        var tag = ByteBuffer.allocate(content).order(ByteOrder.LITTLE_ENDIAN);
        tag.putInt(valueBytes).putInt(2).put(key).position(content - 32);
        tag.put(ascii("APETAGEX")).putInt(2_000).putInt(content).putInt(1).putInt(0);
        return tag.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
