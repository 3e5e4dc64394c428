package io.timbre.schemas;

import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
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

    /**
     * The value of a record that a plain consumer got as bytes; none if they are to blame that it cannot be read.
     *
     * @throws SerializationException if the registry is: the same bytes may be read later
     */
    public Optional<V> read(byte[] value) {
        try {
            return Optional.ofNullable(values.deserializer().deserialize(name, value));
        } catch (SerializationException unreadable) {
            if (DeadLetters.worldIsUnwell(unreadable)) {
                throw unreadable;
            }
            return Optional.empty();
        }
    }
}
