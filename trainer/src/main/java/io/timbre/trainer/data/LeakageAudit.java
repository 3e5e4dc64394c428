package io.timbre.trainer.data;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands in more than one part of a split, so that a network has learnt by heart what it is later asked.
 *
 * @param protocol of the split
 * @param leaks by what is shared; only those that there are
 */
public record LeakageAudit(String protocol, List<Leak> leaks) {

    public LeakageAudit {
        leaks = List.copyOf(leaks);
    }

    /** Looks for examples, and for groups of every kind that examples name, in more than one part. */
    public static LeakageAudit of(Split split) {
        var leaks = new ArrayList<Leak>();
        Leak.find(split, "example", example -> Optional.of(example.id())).ifPresent(leaks::add);
        for (var kind : Grouping.values()) {
            Leak.find(
                            split,
                            kind.word(),
                            example -> Optional.ofNullable(example.groups().get(kind)))
                    .ifPresent(leaks::add);
        }
        return new LeakageAudit(split.protocol(), leaks);
    }

    /** Whether nothing leaks. */
    public boolean isClean() {
        return leaks.isEmpty();
    }

    /**
     * Refuses a split of which two parts share anything.
     *
     * @throws IllegalArgumentException that says what leaks, and what to do
     */
    public LeakageAudit requireNone() {
        return requireNone(EnumSet.allOf(Grouping.class));
    }

    /**
     * Refuses a split of which two parts share an example or a group of one of these kinds.
     *
     * @throws IllegalArgumentException that says what leaks, and what to do
     */
    public LeakageAudit requireNone(Set<Grouping> kinds) {
        var words = kinds.stream().map(Grouping::word).collect(Collectors.toSet());
        words.add("example");
        var refused = leaks.stream().filter(leak -> words.contains(leak.what())).toList();
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException("the split (" + protocol + ") leaks: "
                    + refused.stream().map(Leak::toString).collect(Collectors.joining("; "))
                    + ". Group it by "
                    + refused.stream().map(Leak::what).collect(Collectors.joining(" and "))
                    + ", or say that a paper's protocol is meant");
        }
        return this;
    }

    /** A Markdown list of what leaks, for a report that repeats a protocol on purpose. */
    public String describe() {
        if (isClean()) {
            return "Nothing leaks (" + protocol + ").\n";
        }
        return leaks.stream().map(leak -> "- " + leak + "\n").collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return describe().strip();
    }
}
