package io.timbre.networks.zoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import org.junit.jupiter.api.Test;

class ZooTest {

    @Test
    void shortChunkCnnHasTheSizeOfItsTable() {
        var network = Zoo.network("short-chunk-cnn", 10);

        assertThat(network.inputShape()).isEqualTo(new Shape(1, 128, 87));
        assertThat(network.outputShapes()).contains(new Shape(64, 8, 5));
        // 2 x 128 bands + 16 (9 + 1) + 32 (144 + 1) + 48 (288 + 1) + 64 (432 + 1) + 10 (64 + 1)
        assertThat(network.parameterCount()).isEqualTo(256 + 160 + 4640 + 13_872 + 27_712 + 650);
        assertThat(network.embeddingSize()).isEqualTo(64);
    }

    @Test
    void everyNetworkIsKnownByItsOwnName() {
        assertThat(Zoo.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Zoo.network(name, 7)).returns(name, Network::name));
    }

    @Test
    void everyClassifierHasALogitForEachClass() {
        assertThat(Zoo.classifiers())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Zoo.network(name, 7)).returns(7, Network::outputs));
    }

    @Test
    void everyClassifierTellsApartWhatItsPaperDoes() {
        assertThat(Zoo.classifiers()).isNotEmpty().allSatisfy(name -> {
            var classifier = Zoo.classifier(name);
            boolean one = classifier.classes() == 2;
            assertThat(classifier.network().outputs()).isEqualTo(one ? 1 : classifier.classes());
        });
        assertThat(Zoo.classifier("stephen-rnn-1").judgesEach()).isTrue();
        assertThat(Zoo.classifier("chang-cnn-lstm"))
                .returns(18, Classifier::classes)
                .returns(true, Classifier::judgesEach);
        assertThat(Zoo.classifier("vanmieghem-cnn"))
                .returns(6, Classifier::classes)
                .returns(false, Classifier::judgesEach);
    }

    @Test
    void aGeneratorIsNoClassifier() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zoo.classifier("lee-generator"))
                .withMessage("network must be one of " + Zoo.classifiers() + ": was lee-generator");
    }

    @Test
    void namesTheNetworksThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Zoo.network("resnet", 10))
                .withMessage("network must be one of " + Zoo.names() + ": was resnet");
    }
}
