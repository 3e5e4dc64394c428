package io.timbre.networks.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a model made of tracks that it was never trained on, one row a track in all three: what it may be compared with
 * later, when it meets tracks of other kinds.
 *
 * @param tracksFrom where the tracks come from, in words
 * @param posteriors (tracks, classes), as {@link GenreModel} gives them
 * @param embeddings (tracks, D), each of length 1
 * @param labels of the tracks, indices into the model's classes
 */
@SuppressWarnings("ArrayRecordComponent") // reduced and never compared
public record ReferencePredictions(String tracksFrom, float[][] posteriors, float[][] embeddings, int[] labels) {

    /** Nobody makes models of more; a file that claims more is damaged. */
    private static final int MOST_COLUMNS = 1 << 16;

    public ReferencePredictions {
        if (labels.length == 0 || posteriors.length != labels.length || embeddings.length != labels.length) {
            throw new IllegalArgumentException("posteriors, embeddings and labels must be of the same tracks: were of "
                    + posteriors.length + ", " + embeddings.length + " and " + labels.length);
        }
        requireRows("posteriors", posteriors);
        requireRows("embeddings", embeddings);
        for (int label : labels) {
            if (label < 0 || label >= posteriors[0].length) {
                throw new IllegalArgumentException(
                        "labels must be below " + posteriors[0].length + ", the classes: was " + label);
            }
        }
    }

    private static void requireRows(String name, float[][] rows) {
        for (var row : rows) {
            if (row.length == 0 || row.length != rows[0].length) {
                throw new IllegalArgumentException(
                        name + " must be rows of one length: were of " + rows[0].length + " and " + row.length);
            }
        }
    }

    public int tracks() {
        return labels.length;
    }

    /** Sizes, then the labels, posteriors and embeddings, big-endian: the same bytes each time. */
    byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(tracksFrom);
            out.writeInt(tracks());
            out.writeInt(posteriors[0].length);
            out.writeInt(embeddings[0].length);
            for (int label : labels) {
                out.writeInt(label);
            }
            write(out, posteriors);
            write(out, embeddings);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, float[][] rows) throws IOException {
        for (var row : rows) {
            for (float value : row) {
                out.writeFloat(value);
            }
        }
    }

    /**
     * What {@link #write} wrote.
     *
     * @throws IOException if it is cut off
     * @throws IllegalArgumentException if it is damaged
     */
    static ReferencePredictions read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var tracksFrom = in.readUTF();
            int tracks = readSize(in, bytes.length);
            int classes = readSize(in, MOST_COLUMNS);
            int embedding = readSize(in, MOST_COLUMNS);
            var labels = new int[tracks];
            for (int i = 0; i < tracks; i++) {
                labels[i] = in.readInt();
            }
            return new ReferencePredictions(tracksFrom, read(in, tracks, classes), read(in, tracks, embedding), labels);
        }
    }

    private static int readSize(DataInputStream in, int most) throws IOException {
        int size = in.readInt();
        if (size < 1 || size > most) {
            throw new IllegalArgumentException("a size must be from 1 to " + most + ": was " + size);
        }
        return size;
    }

    private static float[][] read(DataInputStream in, int tracks, int columns) throws IOException {
        var rows = new float[tracks][];
        for (int i = 0; i < tracks; i++) {
            rows[i] = new float[columns];
            for (int k = 0; k < columns; k++) {
                rows[i][k] = in.readFloat();
            }
        }
        return rows;
    }
}
