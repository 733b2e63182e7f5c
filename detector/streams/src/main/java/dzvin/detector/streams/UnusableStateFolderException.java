package dzvin.detector.streams;

/** The folder for the detector's state cannot be used. The message is one sentence for whoever runs the detector, and says what to do. */
public final class UnusableStateFolderException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnusableStateFolderException(String folder, Throwable cause) {
        super(
                "the folder for the detector's state, " + folder
                        + ", cannot be used: another process has it, or it cannot be written (" + cause.getMessage()
                        + "); stop the other one, or set detector.stateDir to a folder of its own",
                cause);
    }
}
