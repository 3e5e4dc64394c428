package io.timbre.signal.score;

import com.sun.media.sound.EmergencySoundbank;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
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
 * that each JVM gets another piano. Its class is loaded here a second time, with that call led to a seeded generator.
 */
final class SeededSoundbank {
    private static final long SEED = 160_702_444;
    private static final String FACTORY = "createSoundbank";

    private static final CodeTransform SEEDED = (code, element) -> {
        if (element instanceof InvokeInstruction call && isMathRandom(call)) {
            code.invokestatic(ClassDesc.of(Phases.class.getName()), "next", MethodTypeDesc.of(ConstantDescs.CD_double));
        } else {
            code.with(element);
        }
    };

    private SeededSoundbank() {}

    /** Makes it, which takes about a second. */
    static synchronized Soundbank create() {
        try {
            Phases.restart();
            return (Soundbank) new Loader().seeded().getMethod(FACTORY).invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the JDK's own sound bank cannot be made", e);
        }
    }

    private static boolean isMathRandom(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/lang/Math")
                && call.name().equalsString("random");
    }

    private static byte[] seededClass() {
        try (InputStream stream = EmergencySoundbank.class.getResourceAsStream("EmergencySoundbank.class")) {
            var classFile = ClassFile.of();
            return classFile.transformClass(
                    classFile.parse(stream.readAllBytes()), ClassTransform.transformingMethodBodies(SEEDED));
        } catch (IOException e) {
            throw new UncheckedIOException("the JDK's own class cannot be read", e);
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

        Class<?> seeded() {
            byte[] bytes = seededClass();
            return defineClass(EmergencySoundbank.class.getName(), bytes, 0, bytes.length);
        }
    }
}
