package io.timbre.signal.frontend;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Names a front end's numbers by what they depend on. */
final class Fingerprint {
    private Fingerprint() {}

    /** SHA-256 in hex of the name, the version of the numbers, and the text of the parameters, which names them all. */
    static String of(FrontEnd frontEnd) {
        String canonical = frontEnd.name() + "/" + frontEnd.numbersVersion() + " " + text(frontEnd.parameters());
        return HexFormat.of().formatHex(sha256().digest(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@code Name[parameter=value, ...]}, which is how a record writes itself; but it does not promise to. */
    static String text(Record parameters) {
        return Arrays.stream(parameters.getClass().getRecordComponents())
                .map(component -> component.getName() + "=" + text(value(parameters, component)))
                .collect(Collectors.joining(", ", parameters.getClass().getSimpleName() + "[", "]"));
    }

    private static String text(Object value) {
        return switch (value) {
            case Record part -> text(part);
            case OptionalInt number when number.isPresent() -> "OptionalInt[" + number.getAsInt() + "]";
            case OptionalInt _ -> "OptionalInt.empty";
            case Number number -> number.toString();
            case Boolean yes -> yes.toString();
            case Enum<?> constant -> constant.name();
            default -> throw new IllegalArgumentException("parameters must be plain: was " + value.getClass());
        };
    }

    private static Object value(Record parameters, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(parameters);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + component, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
