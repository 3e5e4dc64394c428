package io.timbre.trainer.experiment;

import io.timbre.trainer.experiment.chang.ChangCal500;
import io.timbre.trainer.experiment.chang.ChangMlp;
import io.timbre.trainer.experiment.choi.ChoiStudy;
import io.timbre.trainer.experiment.leakage.LeakageStudy;
import io.timbre.trainer.experiment.lee.LeeStudy;
import io.timbre.trainer.experiment.robustness.RobustnessStudy;
import io.timbre.trainer.experiment.stephen.StephenMultiStudy;
import io.timbre.trainer.experiment.stephen.StephenStudy;
import io.timbre.trainer.experiment.vanmieghem.VanMieghemStudy;
import java.util.List;

/** All studies. */
public final class Experiments {

    private static final List<Experiment> ALL = List.of(
            new StephenStudy(),
            new StephenMultiStudy(),
            new ChoiStudy(),
            new ChangMlp(),
            new ChangCal500(),
            new LeeStudy(),
            new VanMieghemStudy(),
            new LeakageStudy(),
            new RobustnessStudy());

    private Experiments() {}

    /** In the order of the papers. */
    public static List<Experiment> all() {
        return ALL;
    }
}
