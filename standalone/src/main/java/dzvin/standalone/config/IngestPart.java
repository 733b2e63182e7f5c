package dzvin.standalone.config;

import dzvin.ingest.IngestConfig;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.codebook.Codebook;
import dzvin.ingest.codebook.UnusableCodebookException;
import dzvin.ingest.http.ApiKey;
import dzvin.ingest.http.Limits;
import dzvin.ingest.step.ScriptFamilies;
import dzvin.ingest.step.TextPolicy;
import dzvin.schemas.Secret;
import dzvin.schemas.TopicSetup.Layout;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What the settings say about ingest. */
final class IngestPart {
    private final Settings settings;

    IngestPart(Settings settings) {
        this.settings = settings;
    }

    IngestConfig config(Layout layout, Profile profile) {
        var keys = KeyFile.read(settings, Setting.INGEST_API_KEYS_FILE).stream()
                .map(key -> new ApiKey(key.name(), key.value()))
                .toList();
        return new IngestConfig(
                settings.text(Setting.INGEST_HOST),
                settings.number(Setting.INGEST_PORT),
                keys,
                new Limits(
                        settings.number(Setting.INGEST_MAX_BODY_BYTES),
                        settings.number(Setting.INGEST_MAX_ITEMS),
                        settings.number(Setting.INGEST_MAX_IN_FLIGHT),
                        settings.number(Setting.INGEST_RATE_PER_SECOND)),
                settings.duration(Setting.INGEST_HEARTBEAT),
                layout,
                profile);
    }

    PipelineSettings pipeline(Profile profile, Path dataFolder) {
        var key = settings.path(Setting.INGEST_PSEUDONYM_KEY_FILE)
                .map(SecretFiles::secret)
                .map(Secret::new)
                .orElseGet(() -> new PseudonymKeyFile(dataFolder).readOrMake());
        var text = TextPolicy.valueOf(settings.text(Setting.INGEST_KEEP_TEXT).toUpperCase(Locale.ROOT));
        return new PipelineSettings(profile, key, text, codebook(), ScriptFamilies.NONE);
    }

    private Optional<Codebook> codebook() {
        return settings.path(Setting.INGEST_CODEBOOK_FILE).map(file -> {
            try {
                return Codebook.read(file.toString(), Files.readString(file));
            } catch (UnusableCodebookException e) {
                throw new UsageException(e.getMessage(), e);
            } catch (IOException e) {
                throw new UsageException("cannot read the codebook " + file, e);
            }
        });
    }
}
