package io.timbre.inference;

/** What of a topic a {@link SideStream} that begins is to classify. */
enum Reach {
    /** All that is there when it begins, and nothing that comes later. */
    ALL_THERE_IS,
    /** All that comes from its beginning on. */
    WHATEVER_COMES
}
