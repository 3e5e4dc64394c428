package io.timbre.trainer.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.timbre.schemas.NotDurableException;
import io.timbre.schemas.Releases;
import io.timbre.schemas.avro.LearningCause;
import io.timbre.schemas.avro.LearningRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScheduledTrainingTest {
    private static final Instant NIGHT = Instant.parse("2026-11-22T03:00:00Z");

    private final List<LearningRequest> announced = new ArrayList<>();
    private int timesAway = 2;

    @Test
    void asksUntilTheRequestIsDurable() throws InterruptedException {
        var desk = new LearningDesk(Releases::none, this::announce);

        new ScheduledTraining(desk, Duration.ZERO).ask(NIGHT);

        assertThat(timesAway).isZero();
        assertThat(announced)
                .extracting(LearningRequest::getRequestId, LearningRequest::getCause)
                .containsExactly(tuple("schedule-" + NIGHT.toEpochMilli(), LearningCause.SCHEDULE));
    }

    private void announce(LearningRequest request) {
        if (timesAway > 0) {
            timesAway--;
            throw new NotDurableException(new IllegalStateException("Kafka is away"));
        }
        announced.add(request);
    }
}
