package io.timbre.signal.frontend;

/**
 * One excerpt of a track as a network sees it.
 *
 * @param startSeconds where it starts in the track
 * @param values row-major array of the front end's {@link SegmentFrontEnd#segmentShape()}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of each would double the memory.
public record Segment(double startSeconds, float[] values) {}
