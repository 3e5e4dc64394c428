package io.timbre.trainer.learning;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code timbre.trainer}. */
@ConfigMapping(prefix = "timbre.trainer")
public interface LearningConfig {
    /** When a training run is asked for: seconds, minutes, hours, day of the month, month, day of the week; or off. */
    @WithDefault("0 0 3 * * ?")
    String schedule();

    /** Examples labelled since the last training, without which a scheduled run is skipped. */
    @WithDefault("20")
    int minNewLabels();

    /** Examples that a run reads at most, which it holds in memory: about 190 kB each. Of more, it draws as many. */
    @WithDefault("2500")
    int maxExamples();

    /** Share of the artists that no training ever sees. */
    @WithDefault("0.25")
    double testShare();

    /** Share of the artists that choose epoch, temperature and threshold. */
    @WithDefault("0.15")
    double validationShare();

    /** Test tracks without which no challenger is made. */
    @WithDefault("30")
    int minTestTracks();

    /** Artists among them. */
    @WithDefault("10")
    int minTestArtists();

    /** Recall that a genre may lose to a challenger at most, 0 to 1. */
    @WithDefault("0.1")
    double maxRecallLoss();

    /** Test tracks of a genre from which on its recall counts. */
    @WithDefault("10")
    int minGenreTracks();

    /** Whether a challenger serves at once although a genre has fewer: it may have forgotten that one. */
    @WithDefault("false")
    boolean promoteUntested();

    /** Longest training, in passes. */
    @WithDefault("10")
    int epochs();

    /** Whether a challenger that beats the champion serves at once. */
    @WithDefault("automatic")
    Promotion promotion();

    /** Folder of the checkpoint that serves before any was trained; the one that ships with Timbre where none is named. */
    Optional<Path> checkpoint();

    /** Folder where runs leave what they go on from after a kill. */
    @WithDefault(".timbre/state/training")
    Path state();

    /** How long a request may wait to be durable before the client is told to come again. */
    @WithDefault("15S")
    Duration publishTimeout();
}
