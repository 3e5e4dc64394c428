package io.timbre.trainer.experiment;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** A table of plain text, row by row below its header. */
final class MarkdownTable {
    private final List<Alignment> alignments;
    private final TableBlock table = new TableBlock();
    private final TableBody body = new TableBody();

    MarkdownTable(List<String> header, List<Alignment> alignments) {
        this.alignments = alignments;
        var head = new TableHead();
        head.appendChild(row(header, -1, true));
        table.appendChild(head);
        table.appendChild(body);
    }

    void row(List<String> cells) {
        body.appendChild(row(cells, -1, false));
    }

    /** A row that stands out by one of its cells. */
    void marked(List<String> cells, int strongCell) {
        body.appendChild(row(cells, strongCell, false));
    }

    Node node() {
        return table;
    }

    private TableRow row(List<String> cells, int strongCell, boolean header) {
        var row = new TableRow();
        for (int i = 0; i < cells.size(); i++) {
            var cell = new TableCell();
            cell.setHeader(header);
            cell.setAlignment(alignments.get(i));
            cell.appendChild(i == strongCell ? strong(cells.get(i)) : text(cells.get(i)));
            row.appendChild(cell);
        }
        return row;
    }

    private static Node strong(String words) {
        var strong = new StrongEmphasis("**");
        strong.appendChild(text(words));
        return strong;
    }

    /** On one line: a line's end would end the row. */
    private static Text text(String words) {
        return new Text(words.strip().replaceAll("\\s+", " "));
    }
}
