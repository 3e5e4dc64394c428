package io.timbre.signal.spectrum;

import java.util.OptionalDouble;

/**
 * From power to decibels, {@code 10 log10(power / reference)}.
 *
 * <p>Agrees with {@code librosa.power_to_db} of librosa 0.11.
 *
 * @param referencePower what becomes 0 dB ({@code ref}); if empty, the loudest of the whole spectrogram
 *     ({@code ref=numpy.max})
 * @param minPower what quieter powers, and a quieter reference, are raised to before the logarithm ({@code amin})
 * @param rangeDb what lies further below the loudest of the whole spectrogram is raised to there ({@code top_db}); if
 *     empty, nothing is
 */
public record Decibels(OptionalDouble referencePower, double minPower, OptionalDouble rangeDb) {
    private static final BandKernel KERNEL = Kernels.bands();
    private static final double STANDARD_MIN_POWER = 1e-10;

    public Decibels {
        if (!(minPower >= Float.MIN_NORMAL)) {
            throw new IllegalArgumentException("minPower must be at least " + Float.MIN_NORMAL + ": was " + minPower);
        }
        if (rangeDb.isPresent() && !(rangeDb.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("rangeDb must be >= 0: was " + rangeDb.getAsDouble());
        }
    }

    /** {@code power_to_db(S, ref=1, top_db=None)}: a value means the same in every track. */
    public static Decibels absolute() {
        return new Decibels(OptionalDouble.of(1), STANDARD_MIN_POWER, OptionalDouble.empty());
    }

    /** {@code power_to_db(S, ref=numpy.max, top_db=rangeDb)}: from {@code -rangeDb} to 0, in every track. */
    public static Decibels belowLoudest(double rangeDb) {
        return new Decibels(OptionalDouble.empty(), STANDARD_MIN_POWER, OptionalDouble.of(rangeDb));
    }

    public Decibels withMinPower(double minPower) {
        return new Decibels(referencePower, minPower, rangeDb);
    }

    public Decibels withRange(double rangeDb) {
        return new Decibels(referencePower, minPower, OptionalDouble.of(rangeDb));
    }

    /** @throws IllegalArgumentException if a power is not finite */
    public Spectrogram of(Spectrogram power) {
        double loudestPower = loudest(power.values());
        double referenceDb = decibels(referencePower.orElse(loudestPower));
        double floorDb = rangeDb.isPresent()
                ? decibels(loudestPower) - referenceDb - rangeDb.getAsDouble()
                : Double.NEGATIVE_INFINITY;
        Spectrogram output = Spectrogram.empty(power.bands(), power.frames());
        KERNEL.decibels(power.values(), (float) minPower, (float) referenceDb, (float) floorDb, output.values());
        return output;
    }

    private double decibels(double power) {
        return 10 * Math.log10(Math.max(minPower, power));
    }

    private static float loudest(float[] powers) {
        float loudest = 0;
        for (float power : powers) {
            // Not a number if one of them is not.
            loudest = Math.max(loudest, power);
        }
        if (!Float.isFinite(loudest)) {
            throw new IllegalArgumentException("powers must be finite: one was " + loudest);
        }
        return loudest;
    }
}
