package io.timbre.explain;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.timbre.explain.answer.Answer;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.TrackIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Explanations in the object store, a folder each, where every replica of the service finds them.
 *
 * <pre>
 * explanations/ab/ab…/saliency.png, …    what belongs to the answer
 * explanations/ab/ab…/explanation.json   the answer; written last, so that where it is, all of it is
 * explanations/ab/ab…/progress.json      how far it has come, or why it failed
 * explanations/ab/ab…/cancelled          when somebody last wanted it no more
 * </pre>
 */
final class ExplanationArchive {
    private static final String ANSWER = "explanation.json";
    private static final String PROGRESS = "progress.json";
    private static final String CANCELLED = "cancelled";

    /** Entries in one order: the same answer has the same bytes. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ObjectStore store;

    ExplanationArchive(ObjectStore store) {
        this.store = store;
    }

    /** What is known of an explanation; empty if nobody asked for it. */
    Optional<ExplanationState> find(String id) {
        return answer(id).or(() -> read(id, PROGRESS));
    }

    /** The whole answer; empty while there is none. */
    Optional<ExplanationState> answer(String id) {
        return read(id, ANSWER);
    }

    /** Keeps all that belongs to an answer, durably, and then the answer. */
    ExplanationState keep(Asked asked, Answer answer) throws IOException {
        for (var artifact : answer.artifacts()) {
            store.store(uri(asked.explanationId(), artifact.name()), artifact.bytes());
        }
        var complete = ExplanationState.complete(asked, answer);
        write(complete, ANSWER);
        return complete;
    }

    /** Tells how far an explanation has come, or why it failed; once it was asked for anew, that is told and no other. */
    synchronized void tell(ExplanationState state) throws IOException {
        boolean askedAnew = read(state.asked().explanationId(), PROGRESS)
                .filter(ExplanationState::isUnderWay)
                .filter(told -> told.asked().requestedAt().isAfter(state.asked().requestedAt()))
                .isPresent();
        if (!askedAnew) {
            write(state, PROGRESS);
        }
    }

    /** Forgets what was told of an explanation that has no answer. */
    void forget(String id) throws IOException {
        store.delete(uri(id, PROGRESS));
    }

    /** Whoever works on it shall stop. */
    void cancel(String id, Instant now) throws IOException {
        var mark = now.truncatedTo(ChronoUnit.MILLIS); // as fine as the times of requests
        store.store(uri(id, CANCELLED), mark.toString().getBytes(UTF_8));
    }

    /** Whether it was cancelled after it was asked for. */
    boolean isCancelled(Asked asked) {
        return store.find(uri(asked.explanationId(), CANCELLED))
                .map(mark -> Instant.parse(new String(mark, UTF_8)))
                .filter(cancelled -> cancelled.isAfter(asked.requestedAt()))
                .isPresent();
    }

    /** Where a file of an explanation lies in the store. */
    static String uri(String id, String name) {
        return "object:explanations/" + id.substring(0, 2) + "/" + id + "/" + name;
    }

    static String answerUri(String id) {
        return uri(id, ANSWER);
    }

    /**
     * A file of an answer, to be read soon.
     *
     * @throws io.timbre.schemas.RejectedException if it is not there
     */
    Path file(String id, String name) {
        return store.require(uri(id, name));
    }

    private Optional<ExplanationState> read(String id, String name) {
        if (!TrackIds.isTrackId(id)) {
            return Optional.empty();
        }
        return store.find(uri(id, name)).map(bytes -> parsed(uri(id, name), bytes));
    }

    private static ExplanationState parsed(String uri, byte[] bytes) {
        try {
            return JSON.readValue(bytes, ExplanationState.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + uri, e);
        }
    }

    private void write(ExplanationState state, String name) throws IOException {
        store.store(uri(state.asked().explanationId(), name), JSON.writeValueAsBytes(state));
    }
}
