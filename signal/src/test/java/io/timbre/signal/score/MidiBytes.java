package io.timbre.signal.score;

import java.util.HexFormat;

/** MIDI files that can be read in one's head: hex digits, with spaces where they help. */
final class MidiBytes {
    /** What ends a track: after no time, a meta message of type 2f and no length. */
    static final String END = "00 ff2f00 ";

    private MidiBytes() {}

    /** A file of the tracks, with 96 ticks, hex 60, a beat: at 120 beats a minute, 192 ticks are a second. */
    static byte[] file(int type, String... tracks) {
        return withDivision("0060", type, tracks);
    }

    static byte[] withDivision(String division, int type, String... tracks) {
        var hex = new StringBuilder("4d546864 00000006 %04x %04x ".formatted(type, tracks.length) + division);
        for (String track : tracks) {
            hex.append("4d54726b %08x ".formatted(bytes(track).length)).append(track);
        }
        return bytes(hex.toString());
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
