package io.timbre.trainer.example;

/**
 * Something said of a track that no model learns from as it is.
 *
 * @param spelling the genre as it was written; of a dispute, the genres in alphabetical order
 */
record HeldBack(Reason reason, String spelling) {
    enum Reason {
        UNKNOWN_GENRE(
                "unknown-genre",
                "Label the tracks again with a genre that models learn; a name that means one of them is worth an alias."),
        DISPUTED("disputed", "Listen and label the tracks as a person, or let one of those who disagree take it back.");

        private final String code;
        private final String remedy;

        Reason(String code, String remedy) {
            this.code = code;
            this.remedy = remedy;
        }

        /** In kebab-case, for the API and for metrics. */
        String code() {
            return code;
        }

        /** What to do about it, one sentence for people. */
        String remedy() {
            return remedy;
        }
    }
}
