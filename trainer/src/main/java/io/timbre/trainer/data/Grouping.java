package io.timbre.trainer.data;

/** What two examples may share that lets a network know one when it has learnt the other. */
public enum Grouping {
    /** Cut from the same recording. */
    TRACK("track"),
    ARTIST("artist"),
    TITLE("title"),
    /** The same bytes. */
    SHA1("SHA-1"),
    /** Sounds or reads alike, though the bytes differ. */
    FINGERPRINT("fingerprint");

    private final String word;

    Grouping(String word) {
        this.word = word;
    }

    /** As a report calls it. */
    public String word() {
        return word;
    }
}
