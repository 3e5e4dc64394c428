package io.timbre.trainer.learning;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import io.timbre.schemas.NotDurableException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Asks for a training run when the clock says so: on every replica, all of them for the same one. */
@Singleton
final class ScheduledTraining {
    private static final Logger LOG = Logger.getLogger(ScheduledTraining.class);

    private final LearningDesk desk;
    private final Duration beforeAnew;

    @Inject
    ScheduledTraining(LearningDesk desk, LearningConfig config) {
        this(desk, config.publishTimeout());
    }

    /** @param beforeAnew pause before a request that could not be made is made again */
    ScheduledTraining(LearningDesk desk, Duration beforeAnew) {
        this.desk = desk;
        this.beforeAnew = beforeAnew;
    }

    @Scheduled(cron = "{timbre.trainer.schedule}")
    void ask(ScheduledExecution execution) throws InterruptedException {
        ask(execution.getScheduledFireTime());
    }

    /** A night is not lost because Kafka is away when it begins: returns once the request is durable. */
    void ask(Instant moment) throws InterruptedException {
        while (!asked(moment)) {
            Thread.sleep(beforeAnew);
        }
    }

    private boolean asked(Instant moment) {
        try {
            desk.trainAt(moment);
            return true;
        } catch (NotDurableException e) {
            LOG.warnf("cannot ask for the scheduled training yet: %s", e.getMessage());
            return false;
        }
    }
}
