package io.timbre.explain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a file, as players ask for it.
 *
 * @param first byte, from 0
 * @param last byte, itself included
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range-requests">RFC 9110, 14</a>
 */
record ByteRange(int first, int last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    static boolean isOne(String header) {
        return ONE.matcher(header).matches() && !header.equals("bytes=-");
    }

    /** The range that a header asks for; empty if it asks for none, for several, or for what a file does not have. */
    static Optional<ByteRange> of(String header, int length) {
        var parts = ONE.matcher(header);
        if (!isOne(header) || !parts.matches()) {
            return Optional.empty();
        }
        var from = parts.group(1);
        var to = parts.group(2);
        var range = from.isEmpty()
                ? new ByteRange(Math.max(0, length - Integer.parseInt(to)), length - 1)
                : new ByteRange(
                        Integer.parseInt(from), to.isEmpty() ? length - 1 : Math.min(Integer.parseInt(to), length - 1));
        return Optional.of(range).filter(wanted -> wanted.first <= wanted.last);
    }
}
