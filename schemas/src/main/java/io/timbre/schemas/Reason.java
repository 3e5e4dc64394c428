package io.timbre.schemas;

import java.util.Arrays;

/** Why a record or an upload can never work. The set is closed: its codes are metric tags, header values and API. */
public enum Reason {
    MALFORMED_RECORD("malformed-record", "Send a record of a registered schema in Confluent's wire format."),
    MALFORMED_LABEL(
            "malformed-label",
            "Send a genre, and if you like source (person, catalogue or file-tag), who, artist, and certainty up to 1."),
    MISSING_OBJECT("missing-object", "Upload the audio again: its bytes are not in the object store."),
    DAMAGED_OBJECT("damaged-object", "Restore the object: its bytes are not those that were stored."),
    NO_FILE("no-file", "Send the recording as multipart/form-data in a part named file."),
    EMPTY("empty", "Send a file that has content."),
    TOO_LARGE("too-large", "Send a smaller file, or raise timbre.ingest.max-upload-bytes."),
    UNKNOWN_KIND("unknown-kind", "Send WAV, AIFF, AU, FLAC, MP3, OGG, Opus or M4A audio."),
    UNDECODABLE("undecodable", "The file is damaged: export or download it again."),
    SILENT("silent", "Check the recording: nothing in it rises above -60 dBFS."),
    NOT_FINITE("not-finite", "Export the recording again: it holds samples that are not numbers."),
    TOO_SLOW("too-slow", "Try again on a less busy machine, or raise the service's max-decode-time."),
    TOO_SHORT("too-short", "Send a longer excerpt: at least one segment is needed."),
    TOO_LONG("too-long", "Cut the recording into tracks, or raise the service's max-duration and its heap."),
    FRONT_END_MISMATCH("front-end-mismatch", "Compute the features with the front end that the model was trained on."),
    UNKNOWN_TRACK("unknown-track", "Upload the track first: POST /api/tracks."),
    NOT_CLASSIFIED("not-classified", "Ask again once the track has a classification."),
    UNKNOWN_METHOD("unknown-method", "Ask by one of the methods that the answer names."),
    UNKNOWN_GENRE("unknown-genre", "Ask about one of the model's genres, which the answer names."),
    UNKNOWN_LAYER("unknown-layer", "Ask about one of the model's layers and its features, which the answer names."),
    UNKNOWN_MODEL("unknown-model", "Ask about the model that the explain service holds, which the answer names."),
    OTHER_MODEL("other-model", "Let the service explain the model that classified the track, or classify it again."),
    UNFIT_MODEL("unfit-model", "Look at what the model may do: GET /api/models."),
    UNKNOWN_PARAMETER("unknown-parameter", "Leave out what the method does not take; the answer names what it takes."),
    ALREADY_THAT_GENRE("already-that-genre", "Ask about another of the model's genres, which the answer names."),
    NOT_APPLICABLE("not-applicable", "Ask by another method: this one has no meaning for this model and this track."),
    TOO_BUSY("too-busy", "Ask again later, or raise timbre.explain.max-waiting."),
    TIME_LIMIT("time-limit", "Ask for less, or raise timbre.explain.time-limit."),
    CANCELLED("cancelled", "Ask again if the explanation is wanted after all."),
    INTERNAL_ERROR("internal-error", "Tell whoever runs the service: its log says what went wrong.");

    private final String code;
    private final String remedy;

    Reason(String code, String remedy) {
        this.code = code;
        this.remedy = remedy;
    }

    /** The reason as it is written in headers, metric tags and problem bodies, in kebab-case. */
    public String code() {
        return code;
    }

    /** What to do about it, one sentence for people. */
    public String remedy() {
        return remedy;
    }

    /** @throws IllegalArgumentException if no reason has this code */
    public static Reason of(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such reason: " + code));
    }
}
