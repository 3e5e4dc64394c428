package io.timbre.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;

/** Reads questions of a bounded size; a word that means nothing is not passed over. */
@Singleton
final class QuestionReader {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(QuestionBody.class);

    private final int maxBytes;

    QuestionReader(ExplainConfig config) {
        this.maxBytes = config.maxQuestionBytes();
    }

    /** @throws WebApplicationException with a problem body if it is too large, or no question */
    QuestionBody read(InputStream body) throws IOException {
        var bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new WebApplicationException(Problem.of(
                            413,
                            "The question is too large",
                            "A question has at most " + maxBytes + " bytes.",
                            "Send method, genre, layer, feature and model only, or raise"
                                    + " timbre.explain.max-question-bytes.")
                    .response());
        }
        try {
            QuestionBody question = JSON.readValue(bytes);
            if (question == null) {
                throw unreadable("it is null");
            }
            return question;
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage());
        }
    }

    private static WebApplicationException unreadable(String detail) {
        return new WebApplicationException(Problem.of(
                        400,
                        "The question cannot be read",
                        detail,
                        "Send JSON such as {\"method\": \"saliency\", \"genre\": \"jazz\"}.")
                .response());
    }
}
