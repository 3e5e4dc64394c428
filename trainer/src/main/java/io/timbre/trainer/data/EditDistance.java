package io.timbre.trainer.data;

/**
 * How many letters must be added, removed, changed or swapped with a neighbour to turn one word into another, each letter
 * touched once: the optimal string alignment distance.
 *
 * @see "F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 1964"
 */
final class EditDistance {

    private EditDistance() {}

    static int between(String one, String other) {
        var distances = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : least(distances, one, i, other, j);
            }
        }
        return distances[one.length()][other.length()];
    }

    private static int least(int[][] distances, String one, int i, String other, int j) {
        boolean equal = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(
                distances[i - 1][j - 1] + (equal ? 0 : 1), Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distances[i - 2][j - 2] + 1) : least;
    }
}
