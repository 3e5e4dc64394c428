package io.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            /,                                   INGEST
            /index.html,                         INGEST
            /api/tracks,                         INGEST
            /api/tracks/ab12,                    INGEST
            /api/tracks/ab12/classification,     INGEST
            /api/tracks/explanations,            INGEST
            /api/classifications/stream,         INGEST
            /api/modelsfoo,                      INGEST
            /explanations,                       INGEST
            /api/tracks/ab12/explanations,       EXPLAIN
            /api/explanations/7,                 EXPLAIN
            /api/explanations,                   EXPLAIN
            /api/explanations/methods,           EXPLAIN
            /api/explanations/7/artifacts/a.png, EXPLAIN
            /api/models,                         TRAINER
            /api/models/3/promotion,             TRAINER
            /api/training-runs,                  TRAINER
            /api/training-runs/4,                TRAINER
            /api/labels/held-back,               TRAINER
            /api/drift,                          TRAINER
            /api/drift/verdicts,                 TRAINER
            /api/drift/baselines/last-week/use,  TRAINER
            /api/drifting,                       INGEST
            /api/tracks/ab12/labels,             INGEST
            """)
    void leadsToTheServiceThatAnswersWithThePathAsItIs(String path, Service service) {
        assertThat(Route.of(path)).isEqualTo(new Route(service, path));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /services/features/q/health/ready, FEATURES,  /q/health/ready
            /services/trainer/q/metrics,       TRAINER,   /q/metrics
            /services/inference/q/openapi,     INFERENCE, /q/openapi
            /services/ingest/q,                INGEST,    /q
            """)
    void leadsToTheOperationsOfEachService(String path, Service service, String operation) {
        assertThat(Route.of(path)).isEqualTo(new Route(service, operation));
    }

    @ParameterizedTest
    @CsvSource({"/services/features/api/tracks", "/services/broker/q/health", "/services/features", "/services"})
    void leadsNowhereElseBehindTheServices(String path) {
        assertThat(Route.of(path)).isEqualTo(new Route(Service.INGEST, path));
    }
}
