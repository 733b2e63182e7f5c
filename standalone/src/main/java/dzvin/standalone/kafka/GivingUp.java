package dzvin.standalone.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.internals.Exit;

/**
 * What happens when the broker gives up in the middle of its work, for instance on a full disk: Kafka halts the JVM
 * without a word, here it says one sentence first. Nothing acknowledged is lost; the next start recovers.
 */
final class GivingUp {
    private static final long NEXT_TO_NOTHING = 1 << 20;

    private GivingUp() {}

    /** For the whole JVM, which has one broker; halting at once is what keeps Kafka's data recoverable. */
    static void inWords(Path folder) {
        Exit.Procedure halt = (status, message) -> {
            System.err.println(sentence(folder));
            Runtime.getRuntime().halt(1);
        };
        Exit.setExitProcedure(halt);
        Exit.setHaltProcedure(halt);
    }

    private static String sentence(Path folder) {
        try {
            if (Files.getFileStore(folder).getUsableSpace() < NEXT_TO_NOTHING) {
                return "the disk is full: the embedded Kafka cannot write to " + folder
                        + "; make room and start again, what was acknowledged is kept";
            }
        } catch (IOException e) {
            return "the data folder " + folder + " cannot be used any more: " + Reasons.of(e);
        }
        return "the embedded Kafka gave up on its data in " + folder
                + ": the log says why; start again, what was acknowledged is kept";
    }
}
