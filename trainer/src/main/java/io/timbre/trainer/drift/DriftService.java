package io.timbre.trainer.drift;

import io.micrometer.core.instrument.MeterRegistry;
import io.timbre.schemas.DurableLog;
import io.timbre.schemas.Topics;
import io.timbre.trainer.learning.Artefacts;
import io.timbre.trainer.learning.KnownModels;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the watch for drift is made of. */
@Singleton
final class DriftService {
    @Produces
    @Singleton
    DriftSettings settings(DriftConfig config) {
        return DriftSettings.of(config);
    }

    @Produces
    @Singleton
    ChampionReferences references(Artefacts artefacts) {
        return new ChampionReferences(release -> ChampionReference.of(artefacts.read(release)));
    }

    @Produces
    @Singleton
    DriftTopology topology(Topics topics, DriftSettings settings, ChampionReferences references, MeterRegistry meters) {
        return new DriftTopology(topics, settings, references, meters);
    }

    @Produces
    @Singleton
    BaselineDesk desk(
            KnownDrift known, KnownModels models, ChampionReferences references, DurableLog log, Topics topics) {
        return new BaselineDesk(known, () -> models.releases().champion(), references, new KafkaDriftLog(log, topics));
    }
}
