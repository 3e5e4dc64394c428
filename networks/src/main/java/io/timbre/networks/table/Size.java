package io.timbre.networks.table;

/** Height and width in cells: bands and frames. */
public record Size(int height, int width) {

    /** As high as wide. */
    public static Size square(int size) {
        return new Size(size, size);
    }

    /** In all. */
    public long cells() {
        return (long) height * width;
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
