package io.timbre.explain.auralisation;

import java.util.List;
import java.util.stream.Collectors;

/** A page of players and pictures side by side, which needs nothing but the files of its answer. */
final class Page {

    private Page() {}

    /** @param model its version, which is made of nothing that HTML would read */
    static String of(String model, String firstLayer, List<HeardFeature> features) {
        var sections = features.stream().map(Page::section).collect(Collectors.joining());
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>What %1$s hears</title>
            <style>
            :root { color-scheme: light dark; --page: #ffffff; --ink: #1f2328; --faint: #d0d7de; }
            @media (prefers-color-scheme: dark) { :root { --page: #0d1117; --ink: #e6edf3; --faint: #30363d; } }
            body { background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto;
              max-width: 84rem; padding: 1rem; }
            section { border-top: 1px solid var(--faint); padding: 1rem 0; }
            .pictures { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%%, 22rem), 1fr)); }
            img { background: #ffffff; border-radius: 6px; height: auto; max-width: 100%%; }
            audio { display: block; margin: .5rem 0 1rem; max-width: 100%%; width: 40rem; }
            </style>
            </head>
            <body>
            <h1>What %1$s hears</h1>
            <p>Each feature of the network is walked back to the sound. Left: what of the spectrogram it came from. Right:
            that part of the sound, which the player plays, as loud as the original or as full scale lets it be. The
            segments that the network heard follow one another.</p>
            <section>
            <h2>Original</h2>
            <audio controls preload="metadata" src="original.wav"></audio>
            <div class="pictures"><img src="original.png" alt="Spectrogram of the original" width="640" height="300"></div>
            </section>
            %2$s<section>
            <h2>Kernels of the first layer</h2>
            <p>Frequency upwards, time to the right: an edge from left to right finds onsets, one upwards finds tones.</p>
            <img src="%3$s-kernels.png" alt="Kernels of %3$s">
            </section>
            </body>
            </html>
            """.formatted(model, sections, firstLayer);
    }

    private static String section(HeardFeature feature) {
        return """
            <section>
            <h2>%1$s feature %2$d</h2>
            <p>%4$s</p>
            <audio controls preload="metadata" src="%3$s.wav"></audio>
            <div class="pictures">
            <img src="%3$s-mask.png" alt="Mask of %1$s feature %2$d" width="640" height="300">
            <img src="%3$s-heard.png" alt="Spectrogram of what %1$s feature %2$d hears" width="640" height="300">
            </div>
            </section>
            """.formatted(feature.layer().name(), feature.feature(), feature.name(), feature.words());
    }
}
