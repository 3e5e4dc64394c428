package io.timbre.signal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {
    @Test
    void comesBackPixelForPixel() throws IOException {
        var image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        for (int n = 0; n < 6; n++) {
            image.setRGB(n % 3, n / 3, 0x102030 * n);
        }
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(Png.encode(image)));
        assertThat(back.getRGB(0, 0, 3, 2, null, 0, 3)).isEqualTo(image.getRGB(0, 0, 3, 2, null, 0, 3));
    }

    @Test
    void startsWithTheSignatureOfPng() {
        byte[] bytes = Png.encode(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
        assertThat(bytes).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
    }
}
