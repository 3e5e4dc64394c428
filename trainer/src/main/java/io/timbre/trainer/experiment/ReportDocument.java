package io.timbre.trainer.experiment;

import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.Section.Table;
import io.timbre.trainer.experiment.Section.Text;
import java.util.Collections;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * A report as a document, from which its Markdown and its page are rendered, so that the two say the same. Whatever is
 * not said to be Markdown is taken as plain text and escaped.
 */
final class ReportDocument {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final MarkdownRenderer MARKDOWN =
            MarkdownRenderer.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private static final String HONEST_MEANS = "*Honest* rows were measured on examples that share no recording, artist"
            + " or title with anything that was trained on, as far as the data name them. The others do not promise that.";

    private final Document document = new Document();

    ReportDocument(Report report, String command, Environment environment) {
        heading(1, report.title());
        paragraph(report.data());
        code(command);
        if (report.sections().stream().anyMatch(Comparison.class::isInstance)) {
            markdown(HONEST_MEANS);
        }
        report.sections().forEach(this::section);
        heading(2, "Where it ran");
        paragraph(environment.line());
    }

    String markdown() {
        return MARKDOWN.render(document);
    }

    /** The body of a page. */
    String html() {
        return HTML.render(document);
    }

    private void section(Section section) {
        heading(2, section.title());
        switch (section) {
            case Text text -> markdown(text.markdown());
            case Comparison comparison -> comparison(comparison);
            case Table table -> table(table);
            case Picture picture -> picture(picture);
        }
    }

    private void heading(int level, String words) {
        var heading = new Heading();
        heading.setLevel(level);
        document.appendChild(withWords(heading, words));
    }

    private void paragraph(String words) {
        document.appendChild(withWords(new Paragraph(), words));
    }

    private void code(String line) {
        var code = new FencedCodeBlock();
        code.setFenceCharacter("`");
        code.setLiteral(line + "\n");
        document.appendChild(code);
    }

    private void markdown(String markdown) {
        var parsed = PARSER.parse(markdown);
        for (var child = parsed.getFirstChild(); child != null; child = parsed.getFirstChild()) {
            document.appendChild(child);
        }
    }

    private void comparison(Comparison comparison) {
        document.appendChild(ComparisonTable.of(comparison));
        ComparisonTable.details(comparison).ifPresent(details -> {
            paragraph("Further figures of the same rows:");
            document.appendChild(details);
        });
    }

    private void table(Table table) {
        var columns = Collections.nCopies(table.header().size(), Alignment.LEFT);
        var rows = new MarkdownTable(table.header(), columns);
        table.rows().forEach(rows::row);
        document.appendChild(rows.node());
    }

    private void picture(Picture picture) {
        var paragraph = new Paragraph();
        paragraph.appendChild(withWords(new Image(picture.file(), null), picture.title()));
        document.appendChild(paragraph);
        if (!picture.caption().isBlank()) {
            var caption = new Paragraph();
            caption.appendChild(withWords(new Emphasis("*"), picture.caption()));
            document.appendChild(caption);
        }
    }

    private static Node withWords(Node node, String words) {
        node.appendChild(new org.commonmark.node.Text(words));
        return node;
    }
}
