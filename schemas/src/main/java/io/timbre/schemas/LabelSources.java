package io.timbre.schemas;

import io.timbre.schemas.avro.LabelSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The sources of labels as people and metrics write them: {@code person}, {@code catalogue}, {@code file-tag}. */
public final class LabelSources {
    private LabelSources() {}

    public static String code(LabelSource source) {
        return source.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws RejectedException if there is no such source */
    public static LabelSource of(String code) {
        return Arrays.stream(LabelSource.values())
                .filter(source -> code(source).equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        Reason.MALFORMED_LABEL, "source must be one of " + all() + ": was " + code));
    }

    private static String all() {
        return Arrays.stream(LabelSource.values()).map(LabelSources::code).collect(Collectors.joining(", "));
    }
}
