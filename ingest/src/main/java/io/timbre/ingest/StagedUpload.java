package io.timbre.ingest;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An upload whose bytes have all arrived and lie in the store's staging area. */
record StagedUpload(
        Path file,
        String trackId,
        long bytes,
        @Nullable String fileName,
        @Nullable String mediaType) {}
