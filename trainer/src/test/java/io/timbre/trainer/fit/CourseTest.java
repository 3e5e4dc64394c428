package io.timbre.trainer.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.timbre.trainer.fit.Validation.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Schedule CONSTANT = new Schedule.Constant();

    @Test
    void reducesTheRateAfterExactlyFiveFlatEpochs() {
        var course = course(new Schedule.ReduceOnPlateau(0.2, 5), EarlyStopping.never());
        // the first epoch falls, five are flat; so are the next five
        assertThat(rates(course, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3))
                .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2 * 0.2);
    }

    @Test
    void keepsTheRateWhileTheLossFalls() {
        var course = course(new Schedule.ReduceOnPlateau(0.2, 2), EarlyStopping.never());
        assertThat(rates(course, 5, 6, 4.9, 6, 4.8, 6, 4.7, 6)).containsOnly(1.0);
    }

    @Test
    void stopsAfterExactlyItsPatience() {
        var course = course(CONSTANT, new EarlyStopping(3, 0.01));
        // 0.5 % less is no fall by 1 %
        assertThat(epochsUntilOver(course, 2, 1.99, 1.985, 1.99)).isEqualTo(4);
    }

    @Test
    void goesOnWhenTheLossFallsByItsShareInTheEnd() {
        var course = course(CONSTANT, new EarlyStopping(3, 0.01));
        assertThat(epochsUntilOver(course, 2, 1.99, 1.985, 1.97, 1.97, 1.97, 1.97))
                .isEqualTo(7);
    }

    @Test
    void watchesTheTrainingLossWhereNothingIsValidated() {
        var course = course(CONSTANT, new EarlyStopping(2, 0));
        for (double loss : new double[] {3, 2, 2, 2}) {
            course.add(course.figures(loss, 0.5, Optional.empty()));
        }
        assertThat(course.isOver()).isTrue();
        assertThat(course.bestEpoch()).isEqualTo(4);
    }

    @Test
    void isOverOnceTheLossIsNoNumber() {
        var course = course(CONSTANT, EarlyStopping.never());
        course.add(course.figures(3, 0.5, judged(2)));
        course.add(course.figures(Double.NaN, 0.5, Optional.empty()));
        assertThat(course.isOver()).isTrue();
        assertThat(course.bestEpoch()).isEqualTo(1);
    }

    @Test
    void weightsThatCannotBeValidatedAreNotTheBest() {
        var course = course(CONSTANT, EarlyStopping.never());
        course.add(course.figures(3, 0.5, judged(2)));
        course.add(course.figures(2.5, 0.5, judged(Double.NaN)));
        assertThat(course.bestEpoch()).isEqualTo(1);
        assertThat(course.isOver()).isTrue();
    }

    @Test
    void warmsUpAndFallsAlongACosine() {
        var course = course(new Schedule.Cosine(), EarlyStopping.never()); // 20 epochs of 10 steps: 20 of warm-up
        assertThat(course.learningRate(0)).isEqualTo(0.5 / 20, within(1e-12));
        assertThat(course.learningRate(10)).isEqualTo(10.5 / 20, within(1e-12));
        assertThat(course.learningRate(20)).isEqualTo(1, within(1e-4));
        assertThat(course.learningRate(109) + course.learningRate(110)).isEqualTo(1, within(1e-12));
        assertThat(course.learningRate(199)).isPositive().isLessThan(1e-4);
    }

    @Test
    void replayedItIsTheSame() {
        var course = course(new Schedule.ReduceOnPlateau(0.2, 2), new EarlyStopping(4, 0.01));
        rates(course, 3, 2, 2, 2, 1, 1);
        var replayed = course(new Schedule.ReduceOnPlateau(0.2, 2), new EarlyStopping(4, 0.01));
        course.epochs().forEach(replayed::add);
        assertThat(rates(replayed, 1, 1, 1)).isEqualTo(rates(course, 1, 1, 1));
        assertThat(replayed.isOver()).isEqualTo(course.isOver());
        assertThat(replayed.bestEpoch()).isEqualTo(course.bestEpoch()).isEqualTo(5);
    }

    private static Optional<Verdict> judged(double loss) {
        return Optional.of(new Verdict(loss, 0.5));
    }

    private static List<Double> rates(Course course, double... validationLosses) {
        var rates = new ArrayList<Double>();
        for (double loss : validationLosses) {
            var figures = course.figures(1, 0.5, judged(loss));
            rates.add(figures.learningRate());
            course.add(figures);
        }
        return rates;
    }

    private static int epochsUntilOver(Course course, double... validationLosses) {
        for (int i = 0; i < validationLosses.length; i++) {
            course.add(course.figures(1, 0.5, judged(validationLosses[i])));
            if (course.isOver()) {
                return i + 1;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static Course course(Schedule schedule, EarlyStopping stopping) {
        return new Course(
                new FitSettings(1, 20, 8, Loss.SOFTMAX_CROSS_ENTROPY, 1, schedule, stopping, 0, 0, false), 10);
    }
}
