package dzvin.detector.core.decide;

/** A signal that is raised while its bucket is open; the final one follows when it closes. No part of what replays compare. */
public record EarlySignal(SurgeSignal signal) implements Decision {
    @Override
    public String subject() {
        return signal.subject();
    }

    @Override
    public long at() {
        return signal.at();
    }
}
