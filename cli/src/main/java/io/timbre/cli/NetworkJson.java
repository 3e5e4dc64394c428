package io.timbre.cli;

import ai.djl.ndarray.types.Shape;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeInfo.Id;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.timbre.networks.table.Layer;
import io.timbre.networks.table.Network;

/** A network's table for other languages: {@code {"name", "inputShape", "layers": [{"layer": "Convolution", …}, …]}}. */
final class NetworkJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .addMixIn(Layer.class, Named.class)
            .addMixIn(Shape.class, Dimensions.class)
            .build();

    private NetworkJson() {}

    static JsonNode of(Network network) {
        return JSON.valueToTree(network);
    }

    @JsonTypeInfo(use = Id.SIMPLE_NAME, property = "layer")
    private interface Named {}

    private interface Dimensions {
        @JsonValue
        long[] getShape();
    }
}
