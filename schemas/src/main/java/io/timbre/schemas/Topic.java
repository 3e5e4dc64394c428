package io.timbre.schemas;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** A topic keyed by a string, the track id for most, bound once to the serde of its values. */
public record Topic<V>(String name, Serde<V> values) {
    public Consumed<String, V> consumed() {
        return Consumed.with(Serdes.String(), values).withName("read-" + name);
    }

    public Produced<String, V> produced() {
        return Produced.with(Serdes.String(), values).withName("write-" + name);
    }
}
