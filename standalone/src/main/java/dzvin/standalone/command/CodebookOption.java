package dzvin.standalone.command;

import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Reextraction;
import dzvin.ingest.codebook.Codebook;
import dzvin.ingest.codebook.UnusableCodebookException;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.ReextractedHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --codebook}: script features as another codebook finds them. */
final class CodebookOption {
    @Option(
            names = "--codebook",
            paramLabel = "C.yaml",
            description = "Compute script features anew from the words, with this codebook.")
    private Optional<Path> file;

    /** The pipeline of rows of files, which read the words as they were told. */
    PipelineSettings in(PipelineSettings settings) {
        return codebook()
                .map(own -> new PipelineSettings(
                        settings.profile(),
                        settings.pseudonymKey(),
                        settings.text(),
                        Optional.of(own),
                        settings.families()))
                .orElse(settings);
    }

    /** A history of reports that have been through ingest, which read the words that were kept. */
    OpenedHistory in(OpenedHistory opened) {
        var own = codebook();
        if (own.isEmpty()) {
            return opened;
        }
        var anew = new ReextractedHistory(opened.history(), new Reextraction(own.get()));
        return new OpenedHistory(
                anew,
                () -> opened.task().get() + task(),
                opened.stretch(),
                opened.profile(),
                () -> notes(opened, anew.unchanged()),
                opened.display());
    }

    /** The file that is read, if there is one. */
    Optional<Path> read() {
        return file;
    }

    /** The codebook in words that another one does not have. */
    String task() {
        return file.map(path -> ", codebook " + FileTask.of(List.of(path))).orElse("");
    }

    private Optional<Codebook> codebook() {
        return file.map(path -> {
            try {
                return Codebook.read(path.toString(), Files.readString(path));
            } catch (UnusableCodebookException e) {
                throw new UsageException(e.getMessage(), e);
            } catch (IOException e) {
                throw new UsageException("cannot read the codebook " + path, e);
            }
        });
    }

    private static List<String> notes(OpenedHistory opened, long unchanged) {
        var notes = new ArrayList<>(opened.notes().get());
        if (unchanged > 0) {
            notes.add("without their words, and with the features that were found when they came: " + unchanged
                    + " reports");
        }
        return notes;
    }
}
