package io.timbre.trainer.data;

/** What two examples may share that lets a network know one when it has learnt the other. */
public enum Grouping {
    /** Cut from the same recording. */
    TRACK,
    ARTIST,
    TITLE,
    /** The same bytes. */
    SHA1,
    /** Sounds or reads alike, though the bytes differ. */
    FINGERPRINT
}
