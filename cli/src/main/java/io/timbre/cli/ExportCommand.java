package io.timbre.cli;

import io.timbre.networks.export.MxNetSymbol;
import io.timbre.networks.export.OnnxGraph;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code timbre export}: a model for other people's tools. Both files give logits: posteriors are their softmax over the
 * temperature of {@code model.json}.
 */
@Command(
        name = "export",
        description = "Writes a model as ONNX and as MXNet's symbol and parameters.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class ExportCommand implements Callable<Integer> {
    @Option(names = "--checkpoint", description = "Folder of another model than the one that ships.")
    private @Nullable Path checkpoint;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where onnx/ and mxnet/ go.")
    private Path out = Path.of("");

    @Override
    public Integer call() throws IOException {
        var model = model();
        var trained = model.trained();
        var name = model.network().name();
        var onnx = Files.createDirectories(out.resolve("onnx")).resolve(name + ".onnx");
        Files.write(onnx, OnnxGraph.of(trained));
        System.out.println(onnx);
        var mxnet = out.resolve("mxnet");
        MxNetSymbol.of(trained).write(mxnet);
        System.out.println(mxnet.resolve(name + "-symbol.json"));
        return 0;
    }

    private Checkpoint model() throws IOException {
        try {
            return checkpoint == null ? Champion.checkpoint() : Checkpoint.read(checkpoint);
        } catch (IOException | IllegalArgumentException unusable) {
            throw new CommandFailedException("cannot read the model: " + unusable.getMessage());
        }
    }
}
