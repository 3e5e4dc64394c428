package io.timbre.signal.picture;

import java.awt.Color;
import java.util.List;

/** The colours of everything that is not data, so that a picture sits on a light or a dark page. */
public enum Theme {
    LIGHT(0xffffff, 0x1f2328, 0xdde2e8, 0x56b4e9),
    DARK(0x0d1117, 0xe6edf3, 0x2a313a, 0x0072b2);

    /** Colours that the colour-blind can tell apart, less black and yellow, which vanish on one of the pages. */
    private static final List<Color> SERIES = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x56b4e9));

    final Color page;
    final Color ink;
    final Color faint;
    /** Of bars, on which {@link #ink} must stand out as well. */
    final Color bar;

    Theme(int page, int ink, int faint, int bar) {
        this.page = new Color(page);
        this.ink = new Color(ink);
        this.faint = new Color(faint);
        this.bar = new Color(bar);
    }

    /**
     * The colour of the n-th thing of a chart, again the first after the sixth.
     *
     * @see "M. Okabe and K. Ito, Color Universal Design, 2008, https://jfly.uni-koeln.de/color"
     */
    static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    static int seriesColours() {
        return SERIES.size();
    }
}
