package io.timbre.signal.picture;

/**
 * A mark on an axis.
 *
 * @param at where, 0 at the left or bottom end, 1 at the other
 */
record Tick(double at, String label) {}
