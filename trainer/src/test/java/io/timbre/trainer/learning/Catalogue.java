package io.timbre.trainer.learning;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.ComputeEngine;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.FrontEnd;
import io.timbre.networks.model.ModelDescription.Parameters;
import io.timbre.networks.model.ModelDescription.Training;
import io.timbre.networks.zoo.Zoo;
import io.timbre.schemas.SegmentValues;
import io.timbre.schemas.avro.ElementType;
import io.timbre.schemas.avro.FeatureSegment;
import io.timbre.schemas.avro.LabelSource;
import io.timbre.schemas.avro.TrackFeatures;
import io.timbre.schemas.avro.TrainingExample;
import io.timbre.signal.frontend.LinearLevels;
import io.timbre.trainer.champion.TrainingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/** Made-up labelled tracks in three genres that anybody could tell apart, and a model that knows nothing of them. */
final class Catalogue {
    static final List<String> GENRES = List.of("blues", "jazz", "rock");

    private static final LinearLevels FRONT_END = LinearLevels.standard();
    private static final int BANDS = FRONT_END.segmentShape()[0];
    private static final int COLUMNS = FRONT_END.segmentShape()[1];
    private static final int TRACKS_AN_ARTIST = 2;

    private Catalogue() {}

    /** @param genre what people say that track i is; in truth it is i modulo 3 */
    static List<TrainingExample> of(int tracks, IntFunction<String> genre) {
        var examples = new ArrayList<TrainingExample>();
        for (int i = 0; i < tracks; i++) {
            var id = "track-%04d".formatted(i);
            examples.add(TrainingExample.newBuilder()
                    .setTrackId(id)
                    .setGenre(genre.apply(i))
                    .setSource(LabelSource.PERSON)
                    .setArtist("artist " + i / GENRES.size() / TRACKS_AN_ARTIST + " of " + i % GENRES.size())
                    .setLabelledAt(Instant.ofEpochSecond(1_000 + i))
                    .setFeatures(features(id, i))
                    .build());
        }
        return examples;
    }

    static String truth(int track) {
        return GENRES.get(track % GENRES.size());
    }

    private static TrackFeatures features(String id, int track) {
        return TrackFeatures.newBuilder(Sounds.features(id))
                .setFrontEnd(FRONT_END.name())
                .setFingerprint(FRONT_END.fingerprint())
                .setElementType(ElementType.FLOAT16)
                .setSegmentShape(List.of(BANDS, COLUMNS))
                .setSegments(List.of(new FeatureSegment(0f, SegmentValues.toFloat16(segment(track)))))
                .build();
    }

    /** Levels that come and go, 20 dB higher in a third of the bands of its own. */
    private static float[] segment(int track) {
        var random = new Random(track);
        int loudest = track % GENRES.size() * BANDS / GENRES.size();
        var segment = new float[BANDS * COLUMNS];
        for (int band = 0; band < BANDS; band++) {
            boolean loud = band >= loudest && band < loudest + BANDS / GENRES.size();
            double level = 0;
            for (int column = 0; column < COLUMNS; column++) {
                level = 0.5 * level + 8 * random.nextGaussian();
                segment[band * COLUMNS + column] = (float) (level + (loud ? -40 : -60));
            }
        }
        return segment;
    }

    /** Fresh weights: as good as a model that learnt something else. */
    static Checkpoint stranger(long seed) {
        return stranger(seed, "# A stranger\n");
    }

    static Checkpoint stranger(long seed, String card) {
        var network = Zoo.network(TrainingSettings.standard().network(), GENRES.size());
        ComputeEngine.MXNET.engine().setRandomSeed((int) seed);
        try (var model = ComputeEngine.MXNET.newModel(network)) {
            model.getBlock()
                    .initialize(model.getNDManager(), DataType.FLOAT32, new Shape(1).addAll(network.inputShape()));
            var parameters = ParametersFile.write(model);
            var sha256 = Checkpoint.sha256(parameters);
            var frontEnd = new FrontEnd(
                    FRONT_END.name(),
                    FRONT_END.fingerprint(),
                    Arrays.stream(FRONT_END.segmentShape()).boxed().toList());
            var calibration = new Calibration(1, 0);
            var unmeasured = new ModelDescription.Evaluation(
                    "nowhere", 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
            var description = new ModelDescription(
                    Checkpoint.version(network.name(), GENRES, frontEnd, calibration, sha256),
                    network.name(),
                    GENRES,
                    frontEnd,
                    calibration,
                    new Parameters(ParametersFile.name(network), sha256, network.parameterCount()),
                    unmeasured,
                    unmeasured,
                    new Training("nothing", Map.of(), Map.of(), "none"));
            return Checkpoint.of(description, parameters, card);
        }
    }
}
