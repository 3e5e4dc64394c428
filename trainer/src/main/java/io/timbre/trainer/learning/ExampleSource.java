package io.timbre.trainer.learning;

import io.timbre.trainer.example.ExampleSnapshot;
import java.util.List;

/** The log of examples. */
interface ExampleSource {

    /** Its ends now, one offset a partition in their order. */
    List<Long> latestOffsets();

    /**
     * @param most how many examples at most
     * @throws IllegalArgumentException if the log is not as long
     */
    ExampleSnapshot read(List<Long> offsets, int most);
}
