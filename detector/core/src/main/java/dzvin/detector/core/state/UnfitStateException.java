package dzvin.detector.core.state;

/**
 * What was kept does not go with the policy or the log that it is to be used with. Trying again cannot help: the message is one
 * sentence for whoever runs the detector, and says what can.
 */
public final class UnfitStateException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    public UnfitStateException(String message) {
        super(message);
    }
}
