package io.timbre.signal.codec;

import static io.timbre.signal.codec.UndecodableException.Fault.UNDECODABLE;
import static io.timbre.signal.codec.UndecodableException.Fault.UNKNOWN_KIND;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.signal.Signals;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that lead to others. A canary lies beside them, which could be decoded, and a server listens: nobody may hear
 * the one or call the other.
 */
class OutsideFilesTest {
    private static final int RATE_HZ = 22_050;

    private final AudioDecoder decoder =
            new AudioDecoder(new DecodeLimits(Duration.ofSeconds(10), Duration.ofSeconds(5)));

    private ServerSocket server;

    @TempDir
    Path folder;

    @BeforeEach
    void setTheCanaryOut() throws IOException {
        AudioEncoder.encode(Signals.sine(440, 0.5, 2, RATE_HZ), AudioFormat.MP3, folder.resolve("canary.mp3"));
        AudioEncoder.encode(Signals.sine(440, 0.5, 2, RATE_HZ), AudioFormat.M4A, folder.resolve("canary.m4a"));
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setSoTimeout(1);
    }

    @AfterEach
    void nobodyCalled() throws IOException {
        try (var called = server) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(called::accept);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "ffconcat version 1.0\nfile '%s'\n",
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n%s\n#EXT-X-ENDLIST\n",
                "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXT-X-MAP:URI=\"%s\"\n#EXTINF:10,\nfile:%1$s\n#EXT-X-ENDLIST\n",
                "[playlist]\nFile1=%s\nLength1=2\nNumberOfEntries=1\nVersion=2\n",
                "FILE \"%s\" MP3\n  TRACK 01 AUDIO\n    INDEX 01 00:00:00\n",
                "<asx version=\"3.0\"><entry><ref href=\"%s\"/></entry></asx>",
                "[Reference]\r\nRef1=%s\r\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\""
                        + " mediaPresentationDuration=\"PT2S\" profiles=\"urn:mpeg:dash:profile:isoff-main:2011\">"
                        + "<Period><AdaptationSet mimeType=\"audio/mp4\"><Representation id=\"1\" bandwidth=\"1\">"
                        + "<BaseURL>%s</BaseURL></Representation></AdaptationSet></Period></MPD>",
                "<?xml version=\"1.0\"?><AssetMap xmlns=\"http://www.smpte-ra.org/schemas/429-9/2007/AM\">%s</AssetMap>",
                "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\na=control:%s\r\n"
                        + "m=audio 5004 RTP/AVP 14\r\n",
                "RTSPtextRTSP://%s",
            })
    void followsNoPlaylist(String template) throws Exception {
        for (String target : new String[] {
            "canary.mp3",
            folder.resolve("canary.mp3").toString(),
            folder.resolve("canary.mp3").toUri().toString(),
            "http://127.0.0.1:" + server.getLocalPort() + "/canary.mp3",
            "tcp://127.0.0.1:" + server.getLocalPort(),
            "subfile,,start,0,end,0,,:" + folder.resolve("canary.mp3")
        }) {
            assertFault(write("list.mp3", template.formatted(target).getBytes(ISO_8859_1)), UNKNOWN_KIND);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"concat:canary.mp3", "canary%d.mp3", "subfile,,start,0,end,0,,:canary.mp3", "pipe:0", "-"})
    void readsAddressesAsNames(String name) throws Exception {
        assertFault(write(name, "no sound".getBytes(ISO_8859_1)), UNKNOWN_KIND);
    }

    @Test
    void followsNoReferenceOfAMovie() throws Exception {
        byte[] movie = Files.readAllBytes(folder.resolve("canary.m4a"));
        assertThat(decoder.decode(write("same.m4a", movie), RATE_HZ).audio().samples())
                .isNotEmpty();

        assertFault(write("url.m4a", referring(movie, "url ", "file:canary.m4a\0")), UNDECODABLE);
        assertFault(write("alis.m4a", referring(movie, "alis", alias("canary.m4a"))), UNDECODABLE);
    }

    @Test
    void looksIntoBoxesInBoxesNoDeeperThanItMay() throws Exception {
        int boxes = 60_000;
        var nested = ByteBuffer.allocate(24 + 8 * boxes);
        nested.putInt(24).put("ftypM4A ".getBytes(ISO_8859_1)).putInt(0).put("M4A mp42".getBytes(ISO_8859_1));
        for (int box = 0; box < boxes; box++) {
            nested.putInt(8 * (boxes - box)).put("moov".getBytes(ISO_8859_1));
        }

        assertFault(write("deep.m4a", nested.array()), UNDECODABLE);
    }

    private void assertFault(Path file, Fault expected) {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> decoder.decode(file, RATE_HZ))
                .satisfies(e -> assertThat(e.fault()).as(e.getMessage()).isEqualTo(expected));
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /** Replaces the one data reference, 12 bytes that say "in this file", and makes the boxes around it longer. */
    private static byte[] referring(byte[] movie, String type, String place) {
        String text = new String(movie, ISO_8859_1);
        int entry = text.indexOf("dref") + 12;
        ByteBuffer longer = ByteBuffer.allocate(movie.length + place.length());
        longer.put(movie, 0, entry);
        longer.putInt(12 + place.length()).put(type.getBytes(ISO_8859_1)).putInt(0);
        longer.put(place.getBytes(ISO_8859_1)).put(movie, entry + 12, movie.length - entry - 12);
        for (String box : new String[] {"moov", "trak", "mdia", "minf", "dinf", "dref"}) {
            int length = text.indexOf(box) - 4;
            longer.putInt(length, longer.getInt(length) + place.length());
        }
        return longer.array();
    }

    /** A Macintosh alias of 150 bytes and the path, as libavformat reads it. */
    private static String alias(String path) {
        ByteBuffer alias = ByteBuffer.allocate(150 + 4 + path.length() + 4);
        alias.putShort(4, (short) alias.capacity()).putShort(6, (short) 2);
        alias.putShort(130, (short) 1).putShort(132, (short) 1); // Levels from the file to the folder and back.
        alias.putShort(150, (short) 2).putShort(152, (short) path.length()).position(154);
        alias.put(path.getBytes(ISO_8859_1)).putShort((short) -1);
        return new String(alias.array(), ISO_8859_1);
    }
}
