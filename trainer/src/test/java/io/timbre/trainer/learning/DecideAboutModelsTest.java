package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import io.timbre.schemas.avro.ModelRelease;
import io.timbre.schemas.avro.TrainingStatus;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Restarts, which a driver of the whole topology cannot play: it clears its stores. */
class DecideAboutModelsTest {
    private final Topics topics = Topics.withRegistry("mock://decide-about-models-test");
    private final MockProcessorContext<String, @Nullable SpecificRecord> context = new MockProcessorContext<>();
    private final TrainingsByHand before = trainings();
    private final TrainingsByHand after = trainings();

    @BeforeEach
    void openTheStores() {
        context.setCurrentSystemTimeMs(Samples.THEN.toEpochMilli());
        store(DecideAboutModels.TAKEN, topics.learningRequests().values());
        store(DecideAboutModels.RUNS, topics.trainingRuns().values());
        store(DecideAboutModels.RELEASES, topics.releases().values());
    }

    @Test
    void aRunThatWasUnderWayIsGoneOnWithAfterARestartAndThenTheNext() {
        var killed = started(before);
        killed.process(record(Samples.train("one", LearningCause.PERSON)));
        killed.process(record(Samples.train("two", LearningCause.PERSON)));
        look();
        assertThat(before.ids()).containsExactly("one");

        started(after);
        look();
        assertThat(after.ids()).containsExactly("one");
        after.promises.getFirst().complete(Outcome.without(TrainingStatus.FAILED, "why"));
        look();

        assertThat(after.ids()).containsExactly("one", "two");
    }

    @Test
    void theModelThatShipsIsReleasedOnce() {
        started(before);
        look();
        int told = context.forwarded().size();
        started(after);
        look();

        assertThat(context.forwarded()).hasSize(told);
    }

    /** A model card of another version of Timbre: whoever reads the old release would find other bytes. */
    @Test
    void theModelThatShipsIsReleasedAgainIfItsArchiveReadsOtherwise() {
        started(before);
        look();
        var first = (ModelRelease)
                Objects.requireNonNull(context.forwarded().getLast().record().value());
        var otherwise = ModelRelease.newBuilder(Samples.shipped("shipped"))
                .setArtefactSha256("1".repeat(64))
                .build();

        started(new TrainingsByHand(CompletableFuture.completedFuture(otherwise)));
        look();

        assertThat(context.forwarded().getLast().record().value())
                .isEqualTo(ModelRelease.newBuilder(first)
                        .setArtefactSha256("1".repeat(64))
                        .build());
        assertThat(first.getPromotion()).isEqualTo(1);
    }

    @Test
    void aRunThatHasEndedIsNotWorkedOnAgain() {
        started(before).process(record(Samples.train("one", LearningCause.PERSON)));
        look();
        before.promises.getFirst().complete(Outcome.without(TrainingStatus.FAILED, "why"));
        look();

        started(after).process(record(Samples.train("one", LearningCause.PERSON)));
        look();

        assertThat(after.ids()).isEmpty();
    }

    @Test
    void workIsAbandonedThatAnotherReplicaMayGoOnWith() {
        var closed = started(before);
        closed.process(record(Samples.train("one", LearningCause.PERSON)));
        look();

        closed.close();

        assertThatThrownBy(() -> before.stages.getFirst().at("training", 0.5))
                .isInstanceOf(CancellationException.class);
    }

    private DecideAboutModels started(Trainings trainings) {
        var decisions = new DecideAboutModels(trainings, Promotion.AUTOMATIC);
        decisions.init(context);
        return decisions;
    }

    /** Of the latest that was started. */
    private void look() {
        var punctuators = context.scheduledPunctuators();
        punctuators.get(punctuators.size() - 2).getPunctuator().punctuate(Samples.THEN.toEpochMilli());
    }

    private static Record<@Nullable String, @Nullable LearningRequest> record(LearningRequest request) {
        return new Record<>(request.getRequestId(), request, Samples.THEN.toEpochMilli());
    }

    private static TrainingsByHand trainings() {
        return new TrainingsByHand(CompletableFuture.completedFuture(Samples.shipped("shipped")));
    }

    private <V> void store(String name, Serde<V> values) {
        var store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), values)
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
    }
}
