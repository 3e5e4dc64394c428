package io.timbre.trainer.data;

import java.util.List;
import java.util.Map;

/**
 * A data set and what each of its examples may be used for.
 *
 * @param protocol how it was split, in words for reports
 * @param parts disjoint; an example may stand in none
 */
public record Split(Dataset dataset, String protocol, Map<Part, List<Example>> parts) {

    public Split {
        parts = Map.copyOf(parts);
    }

    /** The examples of a part, in a fixed order; none if the split gives it none. */
    public List<Example> of(Part part) {
        return parts.getOrDefault(part, List.of());
    }
}
