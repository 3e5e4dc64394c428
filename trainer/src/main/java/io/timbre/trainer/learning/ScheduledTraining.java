package io.timbre.trainer.learning;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;
import jakarta.inject.Singleton;

/** Asks for a training run when the clock says so: on every replica, all of them for the same one. */
@Singleton
final class ScheduledTraining {
    private final LearningDesk desk;

    ScheduledTraining(LearningDesk desk) {
        this.desk = desk;
    }

    @Scheduled(cron = "{timbre.trainer.schedule}")
    void ask(ScheduledExecution execution) {
        desk.trainAt(execution.getScheduledFireTime());
    }
}
