package io.timbre.networks.model;

import ai.djl.Model;
import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.export.TrainedNetwork;
import io.timbre.networks.model.ModelDescription.Calibration;
import io.timbre.networks.model.ModelDescription.FrontEnd;
import io.timbre.networks.table.Network;
import io.timbre.networks.zoo.Zoo;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trained model as a folder, or as one archive of it: {@code model.json}, the parameters as DJL's {@code Model.save}
 * writes them, {@code MODEL_CARD.md} for people, and {@code reference.predictions} where there are any. Reading one checks
 * that its parts belong together.
 */
public final class Checkpoint {

    private static final String DESCRIPTION = "model.json";
    private static final String CARD = "MODEL_CARD.md";
    private static final String REFERENCE = "reference.predictions";
    private static final int VERSION_HASH_CHARACTERS = 12;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();
    private static final ObjectWriter WRITER =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final ModelDescription description;
    private final byte[] parameters;
    private final String card;
    private final Optional<ReferencePredictions> reference;

    private Checkpoint(
            ModelDescription description, byte[] parameters, String card, Optional<ReferencePredictions> reference) {
        this.description = description;
        this.parameters = parameters;
        this.card = card;
        this.reference = reference;
    }

    /**
     * A checkpoint of parameters that {@link ParametersFile#write} gave.
     *
     * @throws IllegalArgumentException if the description is of other parameters, or of another network
     */
    public static Checkpoint of(ModelDescription description, byte[] parameters, String card) {
        return whole("the checkpoint", description, parameters.clone(), card, Optional.empty());
    }

    private static Checkpoint whole(
            String where,
            ModelDescription description,
            byte[] parameters,
            String card,
            Optional<ReferencePredictions> reference) {
        var checkpoint = new Checkpoint(description, parameters, card, reference);
        checkpoint.requireWhole(where);
        return checkpoint;
    }

    /**
     * Reads and checks the checkpoint in a folder.
     *
     * @throws IOException if a file is missing or unreadable
     * @throws IllegalArgumentException if the files contradict each other or the network is unknown
     */
    public static Checkpoint read(Path folder) throws IOException {
        return read(folder.toString(), file -> {
            var path = folder.resolve(file);
            return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        });
    }

    /**
     * Reads and checks the checkpoint in a folder of the class path, such as {@code "champion"}.
     *
     * @throws IOException if a file is missing or unreadable
     * @throws IllegalArgumentException if the files contradict each other or the network is unknown
     */
    public static Checkpoint readResource(ClassLoader loader, String folder) throws IOException {
        return read(folder, file -> {
            try (var in = loader.getResourceAsStream(folder + "/" + file)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            }
        });
    }

    /**
     * Reads and checks a checkpoint that {@link #archive()} gave.
     *
     * @throws IllegalArgumentException if the archive is damaged or lacks a file, if its files contradict each other, or if
     *     the network is unknown
     */
    public static Checkpoint readArchive(byte[] archive) {
        try {
            var files = StoredArchive.read(archive);
            return read("the archive", file -> Optional.ofNullable(files.get(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the archive must hold a checkpoint: " + e.getMessage(), e);
        }
    }

    private static Checkpoint read(String where, Source source) throws IOException {
        var description = parse(where, source.require(where, DESCRIPTION));
        var parameters =
                source.require(where, requireFileName(description.parameters().file()));
        var card = new String(source.require(where, CARD), StandardCharsets.UTF_8);
        var reference = source.read(REFERENCE);
        return whole(
                where,
                description,
                parameters,
                card,
                reference.isEmpty() ? Optional.empty() : Optional.of(ReferencePredictions.read(reference.get())));
    }

    /** Writes the files; makes the folder if need be and leaves none of another checkpoint there. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.deleteIfExists(folder.resolve(REFERENCE));
        for (var file : files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** The files as one zip. The same checkpoint gives the same bytes, whenever and wherever. */
    public byte[] archive() {
        return StoredArchive.of(files());
    }

    /** The description last: a folder that has it has all. */
    private Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(description.parameters().file(), parameters);
        files.put(CARD, card.getBytes(StandardCharsets.UTF_8));
        reference.ifPresent(predictions -> files.put(REFERENCE, predictions.write()));
        files.put(DESCRIPTION, json());
        return files;
    }

    private byte[] json() {
        try {
            return (WRITER.writeValueAsString(description) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a description can be written", e);
        }
    }

    /** What the checkpoint says of itself. */
    public ModelDescription description() {
        return description;
    }

    /** The model card, Markdown. */
    public String card() {
        return card;
    }

    /** The parameters, as {@link ParametersFile#write} gave them. */
    public byte[] parameters() {
        return parameters.clone();
    }

    /**
     * What the model made of the tracks that it is tested by; nothing where that was not kept. The version says nothing of
     * it.
     */
    public Optional<ReferencePredictions> reference() {
        return reference;
    }

    /** The same model, and what it made of the tracks that it is tested by. */
    public Checkpoint withReference(ReferencePredictions predictions) {
        return whole("the checkpoint", description, parameters, card, Optional.of(predictions));
    }

    /** The same model under other words. */
    public Checkpoint withCard(String newCard) {
        return new Checkpoint(description, parameters, newCard, reference);
    }

    /**
     * The same parameters under another temperature: a model of its own, whose figures are still those of this one, and
     * which nobody has tested.
     */
    public Checkpoint withTemperature(double temperature) {
        var calibration = new Calibration(temperature, description.calibration().unknownBelow());
        var version = version(
                description.network(),
                description.classes(),
                description.frontEnd(),
                calibration,
                description.parameters().sha256());
        var described = new ModelDescription(
                version,
                description.network(),
                description.classes(),
                description.frontEnd(),
                calibration,
                description.parameters(),
                description.test(),
                description.validation(),
                description.training());
        return of(described, parameters, card);
    }

    /** The network that the parameters belong to. */
    public Network network() {
        return Zoo.network(description.network(), description.classes().size());
    }

    /**
     * A model of its own with the parameters loaded.
     *
     * @throws IllegalArgumentException if the parameters have other shapes than the network's
     */
    Model newModel(Placement placement) {
        var network = network();
        var model = placement.newModel(network);
        try {
            ParametersFile.read(parameters, model, network);
            return model;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /**
     * The network with the parameters, for exports.
     *
     * @throws IllegalArgumentException if the parameters have other shapes than the network's
     */
    public TrainedNetwork trained() {
        return TrainedNetwork.of(network(), parameters);
    }

    /** The SHA-256 of a file of parameters, in hex. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /**
     * The name of a model: its network, then a hash of all that decides its posteriors and genres.
     *
     * @param sha256 of the parameters
     */
    public static String version(
            String network, List<String> classes, FrontEnd frontEnd, Calibration calibration, String sha256) {
        var decides = String.join(
                "\n",
                network,
                String.join(",", classes),
                frontEnd.name(),
                frontEnd.fingerprint(),
                Double.toString(calibration.temperature()),
                Double.toString(calibration.unknownBelow()),
                sha256);
        var hash = sha256(decides.getBytes(StandardCharsets.UTF_8));
        return network + "-" + hash.substring(0, VERSION_HASH_CHARACTERS);
    }

    private static ModelDescription parse(String where, byte[] json) throws IOException {
        try {
            return JSON.readValue(json, ModelDescription.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    where + "/" + DESCRIPTION + " must describe a model: " + e.getOriginalMessage(), e);
        }
    }

    /** Keeps a {@code model.json} from pointing outside its folder. */
    private static String requireFileName(String file) {
        if (!file.matches("[\\w.-]*\\w")) {
            throw new IllegalArgumentException("parameters.file must be a plain file name: was " + file);
        }
        return file;
    }

    private void requireWhole(String where) {
        var network = network();
        requireSame(where, "classes", description.classes().size(), ClassLogits.classes(network));
        requireSame(where, "parameters.sha256", description.parameters().sha256(), sha256(parameters));
        requireSame(where, "parameters.count", description.parameters().count(), network.parameterCount());
        requireSame(
                where,
                "front_end.segment_shape",
                description.frontEnd().segmentShape(),
                segmentShape(network.inputShape()));
        requireSame(where, "version", description.version(), expectedVersion());
        reference.ifPresent(predictions -> requireSame(
                where, "classes", description.classes().size(), predictions.posteriors()[0].length));
    }

    /** As a front end gives it, which knows of no channels: {@code (1, H, W)} is {@code [H, W]}. */
    private static List<Integer> segmentShape(Shape input) {
        boolean oneChannel = input.dimension() == 3 && input.get(0) == 1;
        return Arrays.stream(input.getShape())
                .skip(oneChannel ? 1 : 0)
                .mapToObj(Math::toIntExact)
                .toList();
    }

    private String expectedVersion() {
        return version(
                description.network(),
                description.classes(),
                description.frontEnd(),
                description.calibration(),
                description.parameters().sha256());
    }

    private static void requireSame(String where, String field, Object said, Object found) {
        if (!said.equals(found)) {
            throw new IllegalArgumentException(where + ": " + field + " says " + said + " but is " + found);
        }
    }

    @FunctionalInterface
    private interface Source {
        Optional<byte[]> read(String file) throws IOException;

        default byte[] require(String where, String file) throws IOException {
            return read(file).orElseThrow(() -> new FileNotFoundException(where + " lacks " + file));
        }
    }
}
