package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import io.timbre.networks.export.OnnxGraph;
import io.timbre.networks.model.Champion;
import io.timbre.networks.model.GenreModel;
import io.timbre.networks.model.Softmax;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private static final long[] SHAPE = {1, 1, 128, 62};

    @TempDir
    Path folder;

    @Test
    void bothFilesGiveThePosteriorsOfTheModelThatShips() throws Exception {
        var segment = ChampionTest.segment();

        var spoken = Spoken.by("export", "--out=" + folder);

        var onnx = folder.resolve("onnx/gabor-mlp.onnx");
        var mxnet = folder.resolve("mxnet/gabor-mlp-symbol.json");
        assertThat(spoken.out()).containsExactly(onnx.toString(), mxnet.toString());
        assertThat(spoken.status()).isZero();
        try (var model = GenreModel.load(Champion.checkpoint())) {
            var expected = model.predict(new float[][] {segment}).posteriors();
            assertThat(posteriors(onnxRuntime(onnx, segment))).containsExactly(expected, within(1e-5f));
            assertThat(posteriors(mxNet(mxnet.getParent(), segment))).containsExactly(expected, within(1e-5f));
        }
    }

    @Test
    void namesAFolderThatHoldsNoModel() throws Exception {
        var empty = Files.createDirectories(folder.resolve("empty"));

        var spoken = Spoken.by("export", "--checkpoint=" + empty, "--out=" + folder.resolve("out"));

        assertThat(spoken.err())
                .singleElement()
                .asString()
                .startsWith("timbre: cannot read the model: ")
                .contains("model.json");
        assertThat(spoken.status()).isEqualTo(1);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private static float[] posteriors(float[] logits) {
        return Softmax.posteriors(
                logits, Champion.checkpoint().description().calibration().temperature());
    }

    private static float[] onnxRuntime(Path file, float[] segment) throws Exception {
        var environment = OrtEnvironment.getEnvironment();
        try (var session = environment.createSession(Files.readAllBytes(file));
                var tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(segment), SHAPE);
                var result = session.run(Map.of(OnnxGraph.INPUT, tensor))) {
            return ((float[][]) result.get(0).getValue())[0];
        }
    }

    private static float[] mxNet(Path symbol, float[] segment) throws Exception {
        try (var model = Model.newInstance("gabor-mlp", Device.cpu(), "MXNet")) {
            model.load(symbol, "gabor-mlp");
            try (var manager = model.getNDManager().newSubManager()) {
                return model.getBlock()
                        .forward(
                                new ParameterStore(manager, false),
                                new NDList(manager.create(segment, new Shape(SHAPE))),
                                false)
                        .singletonOrThrow()
                        .toFloatArray();
            }
        }
    }
}
