package io.timbre.trainer.fit;

import ai.djl.Model;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.timbre.networks.engine.DjlBlock;
import io.timbre.networks.engine.ParametersFile;
import io.timbre.networks.engine.Placement;
import io.timbre.networks.engine.SegmentScorer;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.table.Network;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fits a network's weights to batches, whoever makes them, with Adam, and keeps those of the epoch that its validation
 * liked best. The same batches and settings on the same machine, with one OpenMP thread, give the same weights.
 *
 * <p>For examples that lie in memory, {@link NetworkFit} makes the batches.
 */
public final class Descent {

    private final Network network;
    private final FitSettings settings;
    private final Objective objective;
    private final FitListener listener;
    private final Placement placement;
    private final Optional<StateFile> file;
    private final Start start;

    /**
     * Readies a fit.
     *
     * @param classes how many the targets tell apart: as many as the network has logits, or two for one logit
     * @throws IllegalArgumentException if the network has another number of logits
     */
    public Descent(Network network, int classes, FitSettings settings, FitListener listener) {
        this(
                network,
                settings,
                new Objective(settings.loss(), network.outputs(), classes),
                listener,
                Placement.STANDARD,
                Optional.empty(),
                Start.FRESH);
    }

    private Descent(
            Network network,
            FitSettings settings,
            Objective objective,
            FitListener listener,
            Placement placement,
            Optional<StateFile> file,
            Start start) {
        this.network = network;
        this.settings = settings;
        this.objective = objective;
        this.listener = listener;
        this.placement = placement;
        this.file = file;
        this.start = start;
    }

    /**
     * Where a fit begins and what it keeps.
     *
     * @param parameters none for fresh weights
     * @param averaging share of the running mean of the weights that is kept at a step; 0 for the weights themselves
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
    private record Start(byte[] parameters, double averaging) {
        static final Start FRESH = new Start(new byte[0], 0);

        Map<String, String> origin() {
            return Map.of("start", Checkpoint.sha256(parameters), "averaging", String.valueOf(averaging));
        }
    }

    /** The same fit from weights that are there, as {@link ParametersFile#write} gave them, standardisation included. */
    public Descent from(byte[] parameters) {
        return new Descent(
                network, settings, objective, listener, placement, file, new Start(parameters, start.averaging()));
    }

    /**
     * The same fit, validating and keeping the running mean of the weights.
     *
     * @param share of it that is kept at a step, such as 0.99
     */
    public Descent averaging(double share) {
        return new Descent(
                network, settings, objective, listener, placement, file, new Start(start.parameters(), share));
    }

    /** The same fit elsewhere than by MXNet on the CPU; its weights come out a little different. */
    public Descent on(Placement other) {
        return new Descent(network, settings, objective, listener, other.withGradients(), file, start);
    }

    /**
     * The same fit, said last, leaving its state in a folder after each epoch and going on from the state that it finds there. However
     * often it is killed, the weights come out the same, bit for bit.
     *
     * @param folder made if need be
     * @param origin what else tells this fit from another, by name, such as a hash of the data: a state of another origin,
     *     network or settings is refused
     */
    public Descent resumable(Path folder, Map<String, String> origin) {
        var whole = new TreeMap<>(origin);
        whole.put("network", network.toString());
        whole.put("settings", settings.toString());
        whole.put("placement", placement.label());
        whole.putAll(start.origin());
        return new Descent(
                network, settings, objective, listener, placement, Optional.of(new StateFile(folder, whole)), start);
    }

    /**
     * What came of it.
     *
     * @param parameters of the best epoch by validation loss; of the last where nothing is validated
     * @param bestEpoch from 1
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
    public record Fitted(byte[] parameters, int bestEpoch, List<EpochFigures> epochs) {}

    /**
     * Fits fresh weights, or those of the state that was left.
     *
     * @param statistics what the network's standardisation subtracts and divides by; empty if it has none
     * @throws IllegalArgumentException if the state is damaged, or of another fit
     * @throws ArithmeticException if the loss was no number from the start
     */
    public Fitted run(Batches batches, Optional<BandStatistics> statistics, Validation validation) {
        var state = file.flatMap(StateFile::read);
        try (var model = placement.newModel(network)) {
            initialise(model, statistics);
            var run = new Run(model, batches, validation);
            state.ifPresent(run::resume);
            return run.toTheEnd();
        }
    }

    /**
     * The steps of the first epoch one by one, on batches that the caller has, for who times them.
     *
     * @param statistics what the network's standardisation subtracts and divides by; empty if it has none
     */
    public Steps steps(Optional<BandStatistics> statistics) {
        return new Steps(statistics);
    }

    private void initialise(Model model, Optional<BandStatistics> statistics) {
        seed(0);
        var shape = new Shape(settings.batchSize()).addAll(network.inputShape());
        model.getBlock().initialize(model.getNDManager(), DataType.FLOAT32, shape);
        statistics.ifPresent(
                measured -> DjlBlock.standardise(model.getBlock(), measured.means(), measured.deviations()));
        if (start.parameters().length > 0) {
            ParametersFile.read(start.parameters(), model, network);
        }
    }

    /** Each epoch draws anew, so that nothing of what was drawn before it needs to be known. */
    private void seed(int epoch) {
        placement.engine().engine().setRandomSeed((int) settings.epochSeed(epoch));
    }

    /** Fresh weights that move a step at a time. */
    public final class Steps implements AutoCloseable {
        private final Model model = placement.newModel(network);
        private final Tally tally = new Tally(objective);
        private final Learner learner;
        private long taken;

        private Steps(Optional<BandStatistics> statistics) {
            initialise(model, statistics);
            learner = new Learner(model, network, objective, settings, start.averaging());
            seed(1);
        }

        /** Takes a step at the settings' learning rate and gives the batch's loss before it, nats. */
        public double take(Batch batch) {
            return learner.learn(batch, taken++, settings.learningRate(), tally);
        }

        /** Waits until the weights have moved: MXNet gives the loss while it still computes the gradients. */
        public void await() {
            learner.await();
        }

        @Override
        public void close() {
            model.close();
        }
    }

    private final class Run {
        private final Model model;
        private final Batches batches;
        private final Validation validation;
        private final Learner learner;
        private final Course course;
        private byte[] best = {};

        Run(Model model, Batches batches, Validation validation) {
            this.model = model;
            this.batches = batches;
            this.validation = validation;
            this.learner = new Learner(model, network, objective, settings, start.averaging());
            this.course = new Course(settings, batches.perEpoch());
        }

        void resume(FitState state) {
            learner.remember(state.memory());
            state.epochs().forEach(course::add);
            best = state.best();
        }

        Fitted toTheEnd() {
            var scorer = new SegmentScorer(model, network);
            while (!course.isOver()) {
                epoch(scorer);
            }
            if (course.bestEpoch() == 0) {
                throw new ArithmeticException("the loss must be a number: lower the learning rate of "
                        + settings.learningRate() + ", or clip the gradients");
            }
            return new Fitted(best, course.bestEpoch(), course.epochs());
        }

        private void epoch(SegmentScorer scorer) {
            seed(course.next());
            var tally = new Tally(objective);
            double loss = descend(tally);
            learner.averaged(() -> judge(loss, tally.share(), scorer));
            file.ifPresent(state -> state.write(new FitState(course.epochs(), learner.memory(), best)));
            listener.epochDone(course.epochs().getLast());
        }

        private void judge(double loss, double accuracy, SegmentScorer scorer) {
            var judge = Double.isFinite(loss) ? validation : Validation.NONE;
            var figures = course.figures(loss, accuracy, judge.judge(scorer));
            course.add(figures);
            if (figures.best()) {
                best = ParametersFile.write(model);
            }
        }

        private double descend(Tally tally) {
            var drawn = batches.epoch(course.next());
            double loss = 0;
            for (int i = 0; i < batches.perEpoch(); i++) {
                long step = course.stepsDone() + i;
                loss += learner.learn(drawn.next(), step, course.learningRate(step), tally);
            }
            return loss / batches.perEpoch();
        }
    }
}
