package dzvin.standalone.kafka;

import java.nio.file.Path;
import org.apache.kafka.common.utils.internals.Exit;

/**
 * What happens when the broker gives up in the middle of its work, for instance on a full disk: Kafka halts the JVM
 * without a word, here it says one sentence first. Nothing acknowledged is lost; the next start recovers.
 */
final class GivingUp {
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
        var room = new DiskRoom(folder);
        return room.isUsedUp()
                ? room.full()
                : "the embedded Kafka gave up on its data in " + folder
                        + ": the log says why; start again, what was acknowledged is kept";
    }
}
