package io.timbre.trainer.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlRenderer;

/** One page that needs nothing from anywhere: light or dark as the reader likes it, on a desk or a phone. */
final class ReportPage {
    private static final String STYLE = "report.css";

    private ReportPage() {}

    static String of(String title, String body) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>""" + HtmlRenderer.builder().build().render(new Text(title)) + """
                </title>
                <style>
                """ + style() + """
                </style>
                </head>
                <body>
                <main>
                """ + body + """
                </main>
                </body>
                </html>
                """;
    }

    private static String style() {
        try (var style = ReportPage.class.getResourceAsStream(STYLE)) {
            if (style == null) {
                throw new IllegalStateException(STYLE + " is not on the class path");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
