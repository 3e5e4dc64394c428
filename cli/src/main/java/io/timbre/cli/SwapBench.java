package io.timbre.cli;

import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import io.timbre.schemas.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code timbre bench swap}: one champion after the other while tracks come in, in a chain of its own that holds nothing
 * of anybody's. The models are the one that ships and the same at another temperature.
 */
@Command(
        name = "swap",
        description = "New champions under load: what is lost, doubled or mixed, how long a swap takes, memory.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class SwapBench implements Callable<Integer> {
    private static final double OTHER_TEMPERATURE = 3;

    @Option(names = "--swaps", description = "How often the champion changes.", defaultValue = "100")
    private int swaps = 100;

    @Option(names = "--home", hidden = true, defaultValue = "${sys:timbre.home}")
    private Path home = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        var folder = Files.createTempDirectory("timbre-bench");
        try (var data = DataDirectory.open(folder.resolve("data"), false)) {
            var shipped = Champion.checkpoint();
            var models = List.of(shipped, shipped.withTemperature(OTHER_TEMPERATURE));
            store(models, data);
            try (var chain = SwapChain.start(new Parts(home, data, Ports.spare()))) {
                return report(new SwapDrill(chain, models).run(swaps));
            }
        } finally {
            DataDirectory.deleteTree(folder);
        }
    }

    private static void store(List<Checkpoint> models, DataDirectory data) throws IOException {
        var store = ObjectStore.create(data.objects());
        for (var model : models) {
            store.store(SwapDrill.uri(model), model.archive());
        }
    }

    private int report(SwapDrill.Outcome outcome) {
        var millis = outcome.swapMillis();
        Arrays.sort(millis);
        print("classifications in " + swaps + " swaps", outcome.tracks(), "tracks");
        print("lost", outcome.lost(), "tracks");
        print("doubled", outcome.doubled(), "classifications");
        print("of another model than they name", outcome.mixed(), "classifications");
        print("release to serving, median", Percentile.of(millis, 0.5), "ms");
        print("release to serving, 95th percentile", Percentile.of(millis, 0.95), "ms");
        print("inference in memory after a tenth of the swaps", outcome.megabytesEarly(), "MB");
        print("inference in memory after all", outcome.megabytesLate(), "MB");
        return outcome.lost() + outcome.doubled() + outcome.mixed() == 0 ? 0 : 1;
    }

    private static void print(String caseName, double ours, String unit) {
        System.out.println(Results.json(BenchLine.alone("swap", caseName, Math.round(ours * 10) / 10.0, unit)));
    }
}
