package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.networks.model.ModelDescription;
import io.timbre.schemas.Topics;
import io.timbre.schemas.avro.Explanation;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.PendingExplanation;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the stores survive: a crash, a restart, another replica that takes over. */
class AnswerRequestsTest {
    private static final String ID = Samples.asked().explanationId();

    private final Topics topics = Topics.withRegistry("mock://answer-requests-test");
    private final MockProcessorContext<String, Explanation> context = new MockProcessorContext<>();
    private final WorksByHand works = new WorksByHand();
    private KeyValueStore<String, PendingExplanation> pending;
    private TimestampedKeyValueStore<String, TrackClassification> classifications;

    @BeforeEach
    void openTheStores() {
        pending = opened(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(AnswerRequests.PENDING), Serdes.String(), topics.pendingExplanations()));
        TimestampedKeyValueStore<String, Track> tracks = opened(Stores.timestampedKeyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(AnswerRequests.TRACKS),
                Serdes.String(),
                topics.tracks().values()));
        classifications = opened(Stores.timestampedKeyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(AnswerRequests.CLASSIFICATIONS),
                Serdes.String(),
                topics.classifications().values()));
        tracks.put(Samples.ID, ValueAndTimestamp.make(Samples.track(), 0));
        classifications.put(Samples.ID, ValueAndTimestamp.make(Samples.classification(), 0));
    }

    @Test
    void workThatWasCutOffBeginsAgainAndIsAnnouncedOnce() {
        started().process(new Record<>(Samples.ID, Samples.request(), 0));

        started();

        assertThat(works.begun).containsExactly(ID, ID);
        works.finish(ExplanationState.complete(Samples.asked(), Samples.answer()));
        look();
        look();
        assertThat(context.forwarded()).hasSize(1);
        assertThat(pending.get(ID)).isNull();
    }

    @Test
    void whatTheNextModelCannotExplainFailsAfterARestart() {
        started().process(new Record<>(Samples.ID, Samples.request(), 0));
        classifications.put(
                Samples.ID,
                ValueAndTimestamp.make(
                        TrackClassification.newBuilder(Samples.classification())
                                .setModel("other-1")
                                .build(),
                        1));

        started();
        look();

        assertThat(context.forwarded())
                .singleElement()
                .satisfies(forwarded ->
                        assertThat(forwarded.record().value().getReason()).isEqualTo("other-model"));
        assertThat(pending.get(ID)).isNull();
    }

    @Test
    void whatWasAskedOfTheModelBeforeFailsUnderItsOwnIdWhenAnotherServes() {
        started().process(new Record<>(Samples.ID, Samples.request(), 0));

        started(Samples.otherModel());
        look();

        assertThat(context.forwarded()).singleElement().satisfies(forwarded -> {
            var event = forwarded.record().value();
            assertThat(event.getExplanationId()).isEqualTo(ID);
            assertThat(event.getModel()).isEqualTo(Samples.MODEL.version());
            assertThat(event.getReason()).isEqualTo("other-model");
        });
        assertThat(pending.get(ID)).isNull();
    }

    @Test
    void whatIsAskedAgainAfterItWasCancelledTakesThePlaceOfWhatWasAskedBefore() {
        var requests = started();
        requests.process(new Record<>(Samples.ID, Samples.request(), 0));
        var first = works.promises.get(ID);
        works.cancelled = true;

        requests.process(new Record<>(Samples.ID, askedLater(), 0));

        assertThat(first).isCancelled();
        assertThat(works.begun).containsExactly(ID, ID);
        assertThat(pending.get(ID).getRequest().getRequestedAt())
                .isEqualTo(askedLater().getRequestedAt());
    }

    @Test
    void whatIsAskedAgainAndStillWantedIsNotBegunAnew() {
        var requests = started();
        requests.process(new Record<>(Samples.ID, Samples.request(), 0));

        requests.process(new Record<>(Samples.ID, askedLater(), 0));

        assertThat(works.begun).containsExactly(ID);
        assertThat(works.promises.get(ID)).isNotDone();
    }

    @Test
    void whatFindsNoRoomIsToldSoAndIsNoFaultOfItsRecord() {
        works.hasRoom = false;

        started().process(new Record<>(Samples.ID, Samples.request(), 0));

        assertThat(context.forwarded())
                .singleElement()
                .satisfies(forwarded ->
                        assertThat(forwarded.record().value().getReason()).isEqualTo("too-busy"));
        assertThat(works.begun).isEmpty();
        assertThat(pending.get(ID)).isNull();
    }

    @Test
    void workThatAnotherReplicaTakesOverIsAbandonedAndNotAnnounced() {
        var requests = started();
        requests.process(new Record<>(Samples.ID, Samples.request(), 0));

        requests.close();
        look();

        assertThat(works.promises.get(ID)).isCancelled();
        assertThat(context.forwarded()).isEmpty();
        assertThat(pending.get(ID)).isNotNull();
    }

    private static ExplanationRequest askedLater() {
        return ExplanationRequest.newBuilder(Samples.request())
                .setRequestedAt(Samples.NOON.plusSeconds(9))
                .build();
    }

    private AnswerRequests started() {
        return started(Samples.MODEL);
    }

    private AnswerRequests started(ModelDescription served) {
        var requests = new AnswerRequests(new Admission(() -> List.of(new Explained(served, Samples.LAYERS))), works);
        requests.init(context);
        return requests;
    }

    /** Of the latest that was started. */
    private void look() {
        context.scheduledPunctuators().getLast().getPunctuator().punctuate(0);
    }

    private <S extends StateStore> S opened(StoreBuilder<S> builder) {
        var store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        return store;
    }
}
