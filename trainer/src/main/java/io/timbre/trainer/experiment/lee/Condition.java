package io.timbre.trainer.experiment.lee;

/** What the LSTM learns from besides the real training part. */
sealed interface Condition {

    Condition ALONE = new Alone();

    /** How many examples. */
    int added();

    /** For reports. */
    String words();

    /** Nothing. */
    record Alone() implements Condition {
        @Override
        public int added() {
            return 0;
        }

        @Override
        public String words() {
            return "LSTM alone";
        }
    }

    /** What a pair has made. */
    record Generated(Pair pair, int added) implements Condition {
        @Override
        public String words() {
            return "+%d from the %s".formatted(added, pair.words());
        }
    }

    /** The same training part again: more steps, but nothing new, so that the one is not taken for the other. */
    record Repeated(int added) implements Condition {
        @Override
        public String words() {
            return "+%d real tracks repeated".formatted(added);
        }
    }
}
