package io.timbre.ingest;

import io.timbre.schemas.DurableLog;
import io.timbre.schemas.DurableLog.Mark;
import io.timbre.schemas.LabelSources;
import io.timbre.schemas.Topics;
import io.timbre.schemas.TrackIds;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackLabel;

/** What ingest announces, and under which marks. */
record Announcements(DurableLog log, Topics topics) {

    /** Of accepted uploads. */
    EventLog<Track> tracks() {
        var topic = topics.tracks();
        return track -> log.announce(
                topic,
                track.getTrackId(),
                track,
                new Mark("io.timbre.track.accepted", track.getTrackId(), track.getAcceptedAt()));
    }

    /** Of labels given and taken back. */
    EventLog<TrackLabel> labels() {
        var topic = topics.labels();
        return label -> log.announce(topic, label.getTrackId(), label, mark(label));
    }

    private static Mark mark(TrackLabel label) {
        var id = TrackIds.derived(
                label.getTrackId(),
                LabelSources.code(label.getSource()),
                label.getWho(),
                label.getLabelledAt().toString());
        return new Mark(
                label.getRetracted() ? "io.timbre.label.retracted" : "io.timbre.label.given",
                id,
                label.getLabelledAt());
    }
}
