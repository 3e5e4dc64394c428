package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StageLatencyTest {
    private final Timer timer = StageLatency.WHOLE_WAY.timer(new SimpleMeterRegistry());

    @Test
    void bucketsReachFromACachedUploadToATrackThatWaited() {
        timer.record(Duration.ofMillis(4));
        timer.record(Duration.ofMillis(900));
        timer.record(Duration.ofMinutes(10));

        assertThat(buckets())
                .hasSizeLessThan(20)
                .startsWith(0.005)
                .contains(1.0)
                .endsWith(900.0);
        assertThat(countsUpTo(0.005)).isEqualTo(1);
        assertThat(countsUpTo(1)).isEqualTo(2);
        assertThat(countsUpTo(900)).isEqualTo(3);
    }

    private Double[] buckets() {
        return Arrays.stream(timer.takeSnapshot().histogramCounts())
                .map(bucket -> bucket.bucket(TimeUnit.SECONDS))
                .toArray(Double[]::new);
    }

    private double countsUpTo(double seconds) {
        return Arrays.stream(timer.takeSnapshot().histogramCounts())
                .filter(bucket -> bucket.bucket(TimeUnit.SECONDS) == seconds)
                .mapToDouble(CountAtBucket::count)
                .findFirst()
                .orElseThrow();
    }
}
