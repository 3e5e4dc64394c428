package io.timbre.trainer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.timbre.schemas.Taxonomy;
import io.timbre.schemas.avro.TrackLabels;
import io.timbre.trainer.example.HeldBackLabels;
import io.timbre.trainer.example.LabelRule;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Labels that no model learns from as they are, of the tracks whose partitions this replica holds. */
@Path("/api/labels/held-back")
@Produces(MediaType.APPLICATION_JSON)
public final class HeldBackResource {
    private final KafkaStreams streams;
    private final LabelRule rule;
    private final Taxonomy taxonomy;

    HeldBackResource(KafkaStreams streams, LabelRule rule, Taxonomy taxonomy) {
        this.streams = streams;
        this.rule = rule;
        this.taxonomy = taxonomy;
    }

    /** @param genres those that models learn */
    private record Report(
            List<String> genres, @JsonProperty("held_back") List<HeldBackLabels.Name> heldBack) {}

    @GET
    @Operation(summary = "Genres that no model learns, and labels in dispute, the most frequent first")
    @APIResponse(responseCode = "503", description = "the service reads its state back; ask again after Retry-After")
    public Report heldBack() {
        var store = streams.store(StoreQueryParameters.fromNameAndType(
                HeldBackLabels.STORE, QueryableStoreTypes.<String, TrackLabels>keyValueStore()));
        try (var all = store.all()) {
            var labels = StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, Spliterator.NONNULL), false)
                    .map(entry -> entry.value);
            return new Report(taxonomy.genres(), HeldBackLabels.of(rule, labels));
        }
    }
}
