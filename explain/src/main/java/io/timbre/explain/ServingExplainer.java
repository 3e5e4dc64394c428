package io.timbre.explain;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Explains the decisions of the model that serves, whichever that is by now. The one before it stays at hand for what was
 * asked while it served.
 */
final class ServingExplainer {
    private static final int AT_HAND = 2;

    /** The one that serves first. */
    private final Deque<Turn> turns = new ArrayDeque<>();

    /** MXNet hangs sooner or later when one thread loads or closes a model while another works with one. */
    private final ReentrantLock engine = new ReentrantLock(true);

    private final CountDownLatch following = new CountDownLatch(1);

    /** @param first explains until a release says otherwise */
    ServingExplainer(Explainer first) {
        turns.push(new Turn(first));
    }

    /** The model to ask about now. */
    Explained current() {
        return currentTurn().explained();
    }

    /** The models that can be asked about, the one that serves first. */
    synchronized List<Explained> atHand() {
        return turns.stream().map(Turn::explained).toList();
    }

    /** The same, but not before the releases are known: what is waiting from before may be about another model. */
    List<Explained> atHandOnceFollowing() {
        try {
            following.await();
            return atHand();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the releases of models are not known yet", e);
        }
    }

    /** The releases are known, and followed as far as they can be. */
    void follows() {
        following.countDown();
    }

    /** The methods there are. */
    List<Method> methods() {
        return currentTurn().explainer.methods();
    }

    /** From when it is loaded this one is asked; that is after the explanation under way. The last but one is closed. */
    void serve(Supplier<Explainer> next) {
        engine.lock();
        try {
            push(next.get()).forEach(turn -> turn.explainer.close());
        } finally {
            engine.unlock();
        }
    }

    /** Beside the one that serves, this one is at hand from when it is loaded, and no other. */
    void keep(Supplier<Explainer> former) {
        engine.lock();
        try {
            append(former.get()).forEach(turn -> turn.explainer.close());
        } finally {
            engine.unlock();
        }
    }

    private synchronized List<Turn> append(Explainer former) {
        var before = turns.size() < AT_HAND ? List.<Turn>of() : List.of(turns.removeLast());
        turns.addLast(new Turn(former));
        return before;
    }

    private synchronized List<Turn> push(Explainer next) {
        turns.push(new Turn(next));
        return turns.size() > AT_HAND ? List.of(turns.removeLast()) : List.of();
    }

    private synchronized Turn currentTurn() {
        return turns.getFirst();
    }

    /**
     * What explains the decisions of a model.
     *
     * @throws RejectedException if it neither serves nor did just before
     */
    synchronized AnswerOnce.Explanations of(String model) {
        return turns.stream()
                .filter(turn -> turn.explained().model().version().equals(model))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        Reason.UNKNOWN_MODEL,
                        "no model " + model + " is explained here any more, but "
                                + current().model().version()));
    }

    private final class Turn implements AnswerOnce.Explanations {
        private final Explainer explainer;
        private final AnswersOfTheModel answers;

        Turn(Explainer explainer) {
            this.explainer = explainer;
            this.answers = new AnswersOfTheModel(explainer::explain);
        }

        Explained explained() {
            return new Explained(explainer.model(), explainer.layers());
        }

        @Override
        public Answer explain(Path file, Question question, Progress progress) throws IOException {
            engine.lock();
            try {
                return answers.explain(file, question, progress);
            } finally {
                engine.unlock();
            }
        }
    }
}
