package io.timbre.signal.score;

import com.sun.media.sound.EmergencySoundbank;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Random;
import javax.sound.midi.Soundbank;

/**
 * The JDK's own small General MIDI sound bank, the same in every run of a JDK.
 *
 * <p>{@link EmergencySoundbank} computes its instruments from spectra whose phases it draws with {@link Math#random}, so
 * that each JVM gets another piano. Its class is loaded here a second time, with that call led to a seeded generator: no
 * setting and no subclass reaches the call, and the bank in a file would take 1.4 MB. Another JDK may have another bank.
 */
final class SeededSoundbank {
    private static final long SEED = 160_702_444;
    private static final String FACTORY = "createSoundbank";

    private SeededSoundbank() {}

    /** Makes it, which takes about a second. */
    static synchronized Soundbank create() {
        try {
            Phases.restart();
            return (Soundbank) new Loader().soundbank().getMethod(FACTORY).invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the JDK's own sound bank cannot be made", e);
        }
    }

    /**
     * A class with every call of {@link Math#random} led to {@link Phases}.
     *
     * @throws IllegalStateException if there is none: in such a JDK the phases come from elsewhere
     */
    static byte[] seeded(byte[] original) {
        var seeding = new Seeding();
        var classFile = ClassFile.of();
        byte[] seeded =
                classFile.transformClass(classFile.parse(original), ClassTransform.transformingMethodBodies(seeding));
        if (seeding.calls == 0) {
            throw new IllegalStateException("this JDK's sound bank does not draw its phases with Math.random");
        }
        return seeded;
    }

    private static byte[] original() {
        try (InputStream stream = EmergencySoundbank.class.getResourceAsStream("EmergencySoundbank.class")) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the JDK's own class cannot be read", e);
        }
    }

    private static final class Seeding implements CodeTransform {
        private int calls;

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (element instanceof InvokeInstruction call && isMathRandom(call)) {
                code.invokestatic(
                        ClassDesc.of(Phases.class.getName()), "next", MethodTypeDesc.of(ConstantDescs.CD_double));
                calls++;
            } else {
                code.with(element);
            }
        }

        private static boolean isMathRandom(InvokeInstruction call) {
            return call.owner().asInternalName().equals("java/lang/Math")
                    && call.name().equalsString("random");
        }
    }

    /** What stands in for {@link Math#random}; public for the class that another loader defines. */
    public static final class Phases {
        private static Random random = new Random(SEED);

        private Phases() {}

        static void restart() {
            random = new Random(SEED);
        }

        public static double next() {
            return random.nextDouble();
        }
    }

    private static final class Loader extends ClassLoader {
        Loader() {
            super(SeededSoundbank.class.getClassLoader());
        }

        Class<?> soundbank() {
            byte[] bytes = SeededSoundbank.seeded(original());
            return defineClass(EmergencySoundbank.class.getName(), bytes, 0, bytes.length);
        }
    }
}
