package io.timbre.explain.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class ArtifactTest {
    @Test
    void aPictureKnowsItsSize() {
        var picture = new BufferedImage(7, 300, BufferedImage.TYPE_INT_RGB);

        assertThat(Artifact.png("a.png", picture).pixels()).contains(new Dimension(7, 300));
        assertThat(Artifact.html("a.html", "<p>What has no size</p>").pixels()).isEmpty();
    }
}
