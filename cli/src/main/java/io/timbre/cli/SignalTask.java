package io.timbre.cli;

/** What is timed, from the same input to the same numbers whoever does it. */
enum SignalTask {
    /** File to one channel at the file's own rate. */
    DECODE("decode", 70),
    /** File to one channel at 22,050 Hz. Resamplers differ where music hardly is, just below half the rate. */
    LOAD("load", 35),
    /** Samples to 128 mel bands in decibels, 2048 samples a frame, every 512, down to 80 dB below the loudest. */
    LOG_MEL("log-mel", 100),
    /** Samples to 20 cepstral coefficients of the same bands. */
    MFCC("mfcc", 100),
    /** Samples at 22,050 Hz to complex spectra, as auralisation and the mel bands begin. */
    STFT_2048("stft 2048/512", 100),
    /** Samples at 11,025 Hz to complex spectra of Choi's size. */
    STFT_512("stft 512/256", 100),
    /** The whole front end: {@link #LOAD}, then {@link #LOG_MEL}. */
    FILE_TO_LOG_MEL("file to log-mel", 65),
    /**
     * What the features service does: of a file the 128 mel bands of at most 16 segments of 2 s, down to -100 dB; ours
     * with the record that goes to Kafka, whose numbers have 11 bits. librosa reads M4A through 16 bits, whose noise
     * fills what is nearly silent: there it agrees by 35 dB only, elsewhere by 70 and more.
     */
    FILE_TO_SEGMENTS("file to segments", 30);

    private final String label;
    private final double minAgreementDb;

    SignalTask(String label, double minAgreementDb) {
        this.label = label;
        this.minAgreementDb = minAgreementDb;
    }

    /** Its name in the output, and to the peers. */
    String label() {
        return label;
    }

    /** Less {@link Agreement} than this means that a peer did something else. */
    double minAgreementDb() {
        return minAgreementDb;
    }

    /** Whether it is done to each kind of file, rather than to samples. */
    boolean isOfFiles() {
        return this == DECODE || this == LOAD || this == FILE_TO_LOG_MEL || this == FILE_TO_SEGMENTS;
    }

    /** The rate of what comes of it, or goes into it, from a file of the given rate. */
    int sampleRateHz(int fileHz) {
        return switch (this) {
            case DECODE -> fileHz;
            case STFT_512 -> 11_025;
            case LOAD, LOG_MEL, MFCC, STFT_2048, FILE_TO_LOG_MEL, FILE_TO_SEGMENTS -> 22_050;
        };
    }
}
