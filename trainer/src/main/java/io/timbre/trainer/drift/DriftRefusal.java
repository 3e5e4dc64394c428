package io.timbre.trainer.drift;

import io.timbre.trainer.Problem;

/** Why something about baselines cannot be done. */
final class DriftRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private DriftRefusal(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    static DriftRefusal unknown(String name) {
        return new DriftRefusal(Problem.of(
                404,
                "No such baseline",
                "No baseline is called " + name + ", or not yet.",
                "Look at what there is: GET /api/drift/baselines."));
    }

    static DriftRefusal malformed(String detail, String remedy) {
        return new DriftRefusal(Problem.of(400, "Not a request that can be followed", detail, remedy));
    }

    static DriftRefusal conflict(String detail, String remedy) {
        return new DriftRefusal(Problem.of(409, "Not as things stand", detail, remedy));
    }

    Problem problem() {
        return problem;
    }
}
