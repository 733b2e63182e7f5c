package dzvin.ingest;

import dzvin.ingest.codebook.Codebook;
import dzvin.ingest.step.Pseudonyms;
import dzvin.ingest.step.ScriptFamilies;
import dzvin.ingest.step.TextPolicy;
import dzvin.schemas.Secret;
import java.util.Objects;
import java.util.Optional;

/**
 * What an installation decides about its reports.
 *
 * @param profile the country that it works in
 * @param pseudonymKey turns contacts into pseudonyms and content into ids, at least 16 characters
 * @param text what becomes of the words
 * @param ownCodebook the installation's own codebook; empty: the shipped one of the reports' country
 * @param families finds the families of scripts
 */
public record PipelineSettings(
        Profile profile,
        Secret pseudonymKey,
        TextPolicy text,
        Optional<Codebook> ownCodebook,
        ScriptFamilies families) {
    public PipelineSettings {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(pseudonymKey, "pseudonymKey");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(ownCodebook, "ownCodebook");
        Objects.requireNonNull(families, "families");
    }

    /** Few words, others where the same rows would become other reports; of the key they tell what pseudonyms tell. */
    public String mark() {
        return profile.id() + " with key " + Pseudonyms.markOf(pseudonymKey)
                + ownCodebook.map(own -> " and codebook " + own.name()).orElse("");
    }

    /** With the shipped codebook, words redacted, and no families. */
    public PipelineSettings(Profile profile, Secret pseudonymKey) {
        this(profile, pseudonymKey, TextPolicy.REDACT, Optional.empty(), ScriptFamilies.NONE);
    }
}
