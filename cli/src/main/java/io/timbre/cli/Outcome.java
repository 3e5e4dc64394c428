package io.timbre.cli;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.TrackClassification;
import java.util.LinkedHashMap;
import java.util.Map;

/** What became of one file; written as one JSON object a line, whose names and order are stable. */
sealed interface Outcome {
    /** The file, as it was named on the command line or found in a folder. */
    String file();

    /**
     * @param posteriors by genre, in the model's order
     * @param model version of the model that decided
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonPropertyOrder({"file", "track_id", "genre", "confidence", "posteriors", "model"})
    record Tagged(
            String file, String trackId, String genre, float confidence, Map<String, Float> posteriors, String model)
            implements Outcome {
        static Tagged of(String file, TrackClassification classification) {
            var posteriors = new LinkedHashMap<String, Float>();
            for (int i = 0; i < classification.getGenres().size(); i++) {
                posteriors.put(
                        classification.getGenres().get(i),
                        classification.getPosteriors().get(i));
            }
            return new Tagged(
                    file,
                    classification.getTrackId(),
                    classification.getGenre(),
                    classification.getConfidence(),
                    posteriors,
                    classification.getModel());
        }
    }

    /** @param rejected code of the reason */
    @JsonPropertyOrder({"file", "rejected", "detail"})
    record Rejected(String file, String rejected, String detail) implements Outcome {
        static Rejected of(String file, RejectedException rejection) {
            return new Rejected(file, rejection.reason().code(), rejection.detail());
        }
    }

    /** @param failed why it is not known what the file is: it may be worth another try */
    @JsonPropertyOrder({"file", "failed"})
    record Failed(String file, String failed) implements Outcome {}
}
