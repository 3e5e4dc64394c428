package io.timbre.signal.frontend;

/** A sound as a picture in shades, and the scale that they are of. */
final class Drawing {
    private final LinearSpectrogramParameters parameters;
    private final PictureGrid grid;
    private final Shades scale;

    private Drawing(LinearSpectrogramParameters parameters, int drawnFrames) {
        this.parameters = parameters;
        this.grid = new PictureGrid(parameters, drawnFrames);
        this.scale = new Shades(parameters.silentPower());
    }

    /** Draws samples, of which there are enough for two frames; the last is not drawn. */
    static Drawing of(float[] samples, Periodogram periodogram, LinearSpectrogramParameters parameters) {
        var drawing = new Drawing(parameters, (samples.length - parameters.fftSize()) / parameters.hopLength());
        drawing.draw(samples, periodogram);
        return drawing;
    }

    private void draw(float[] samples, Periodogram periodogram) {
        for (int frame = 0; frame < grid.drawnFrames(); frame++) {
            double[] power = periodogram.of(samples, frame * parameters.hopLength());
            scale.measure(power, grid.drawnBins());
            grid.draw(frame, power);
        }
    }

    /** Row by row from the highest frequency. */
    float[] shades() {
        return grid.shrink(scale);
    }

    Shades scale() {
        return scale;
    }
}
