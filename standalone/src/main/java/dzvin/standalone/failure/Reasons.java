package dzvin.standalone.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;

/** Says in words what the file system says in class names. */
public final class Reasons {
    private Reasons() {}

    /** For a sentence that already names the file. */
    public static String of(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "no permission";
        }
        if (problem instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        return String.valueOf(problem.getMessage());
    }
}
