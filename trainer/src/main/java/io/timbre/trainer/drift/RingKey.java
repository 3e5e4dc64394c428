package io.timbre.trainer.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Keys of a store that holds the latest few values of each source: the number of a value comes round. A source may be any
 * text, so its length stands first.
 */
final class RingKey {
    private static final Serializer<String> TEXT = new StringSerializer();

    private RingKey() {}

    static String of(String source, long number, int kept) {
        return prefix(source) + String.format(Locale.ROOT, "%06d", number % kept);
    }

    private static String prefix(String source) {
        return source.length() + ":" + source + ":";
    }

    /** All that is kept of a source, in no order of time. */
    static <V> List<V> values(ReadOnlyKeyValueStore<String, V> store, String source) {
        var values = new ArrayList<V>();
        try (var found = store.prefixScan(prefix(source), TEXT)) {
            found.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }

    static <V> List<String> keys(ReadOnlyKeyValueStore<String, V> store, String source) {
        var keys = new ArrayList<String>();
        try (var found = store.prefixScan(prefix(source), TEXT)) {
            found.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }
}
