package io.timbre.cli;

import io.timbre.cli.LabelRow.TrackRef;
import io.timbre.cli.TimbreClient.Receipt;
import io.timbre.schemas.TrackIds;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code timbre label}: a table of labels to a running chain. */
@Command(
        name = "label",
        description = "Sends a table of labels to a running chain, which learns from them.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        footer = {
            "",
            "CSV with a header. Columns: path (relative to the table) or track_id, genre, and where wanted artist, source"
                    + " (person, catalogue, file-tag; a catalogue where none is named), who, certainty (up to 1)."
        })
final class LabelCommand implements Callable<Integer> {
    private static final int AT_ONCE = 4;

    @Parameters(paramLabel = "FILE.csv", description = "The table.")
    private Path file = Path.of("");

    @Option(names = "--submit", description = "Upload each recording before it is labelled.")
    private boolean submit;

    @Option(names = "--url", description = "Address of the chain.", defaultValue = "http://localhost:8080")
    private URI address = URI.create("http://localhost:8080");

    private int taken;
    private int heldBack;
    private int rejected;
    private int failed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isReadable(file)) {
            throw new CommandFailedException("cannot read " + file);
        }
        try {
            send(LabelTable.read(file));
        } finally {
            // Whatever ended it: what is known by then is told.
            System.err.println(
                    taken + " taken, " + heldBack + " held back, " + rejected + " rejected, " + failed + " failed");
        }
        return rejected + failed == 0 ? 0 : 1;
    }

    private void send(List<LabelRow> rows) throws InterruptedException {
        var client = new TimbreClient(address);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE);
                var progress = Progress.bar("labelling", rows.size())) {
            try {
                var receipts = begun(client, rows, threads);
                for (int i = 0; i < rows.size(); i++) {
                    count(rows.get(i), receipt(rows.get(i), receipts.get(i)));
                    progress.step();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /**
     * A receipt for each row, in their order. Rows that name the same track are sent one after the other, since of one
     * sender's the last stands.
     */
    private List<FutureTask<Receipt>> begun(TimbreClient client, List<LabelRow> rows, Executor threads) {
        var receipts = new ArrayList<FutureTask<Receipt>>();
        var byTrack = new LinkedHashMap<TrackRef, List<FutureTask<Receipt>>>();
        for (var row : rows) {
            var receipt = new FutureTask<>(() -> label(client, row));
            receipts.add(receipt);
            byTrack.computeIfAbsent(row.track(), track -> new ArrayList<>()).add(receipt);
        }
        byTrack.values().forEach(ofOneTrack -> threads.execute(() -> ofOneTrack.forEach(FutureTask::run)));
        return receipts;
    }

    private Receipt label(TimbreClient client, LabelRow row) throws IOException, InterruptedException {
        return switch (row.track()) {
            case TrackRef.ById track -> client.label(track.trackId(), row.label());
            case TrackRef.ByFile track
            when !Files.isReadable(track.file()) -> new Receipt.Failed(track.file() + " cannot be read");
            case TrackRef.ByFile track when submit -> labelUploaded(client, client.submit(track.file()), row);
            case TrackRef.ByFile track -> client.label(TrackIds.of(track.file()), row.label());
        };
    }

    private static Receipt labelUploaded(TimbreClient client, Receipt upload, LabelRow row)
            throws InterruptedException {
        return upload instanceof Receipt.Accepted accepted ? client.label(accepted.trackId(), row.label()) : upload;
    }

    private static Receipt receipt(LabelRow row, Future<Receipt> receipt) throws InterruptedException {
        try {
            return receipt.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandFailedException told) {
                throw told;
            }
            throw new IllegalStateException("cannot send the label of line " + row.line(), e.getCause());
        }
    }

    private void count(LabelRow row, Receipt receipt) {
        switch (receipt) {
            case Receipt.Accepted accepted
            when accepted.status().equals("held-back") -> {
                heldBack++;
                tell(row, "held back: no model learns " + row.label().get("genre"));
            }
            case Receipt.Accepted accepted -> taken++;
            case Receipt.Refused refused -> {
                rejected++;
                tell(row, refused.reason() + ": " + refused.detail());
            }
            case Receipt.Failed failure -> {
                failed++;
                tell(row, "failed: " + failure.detail());
            }
        }
    }

    private void tell(LabelRow row, String what) {
        System.out.println(file + ":" + row.line() + ": " + what);
    }
}
