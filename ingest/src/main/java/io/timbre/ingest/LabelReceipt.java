package io.timbre.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.LabelSources;
import io.timbre.schemas.avro.TrackLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a label at the door.
 *
 * @param status {@code taken}, {@code held-back} or {@code retracted}
 * @param genre in the spelling of the models, of one that was taken
 * @param remedy what to do about one that is held back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record LabelReceipt(
        String trackId,
        String status,
        String source,
        String who,
        @Nullable String genre,
        @Nullable String remedy) {

    static LabelReceipt taken(TrackLabel label, String genre) {
        return of(label, "taken", genre, null);
    }

    /** @param genres those that models learn */
    static LabelReceipt heldBack(TrackLabel label, List<String> genres) {
        return of(
                label,
                "held-back",
                null,
                "No model learns " + label.getGenre() + " yet; models learn " + String.join(", ", genres) + ".");
    }

    static LabelReceipt retracted(TrackLabel label) {
        return of(label, "retracted", null, null);
    }

    private static LabelReceipt of(TrackLabel label, String status, @Nullable String genre, @Nullable String remedy) {
        return new LabelReceipt(
                label.getTrackId(), status, LabelSources.code(label.getSource()), label.getWho(), genre, remedy);
    }
}
