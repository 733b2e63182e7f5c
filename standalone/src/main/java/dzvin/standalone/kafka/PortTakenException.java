package dzvin.standalone.kafka;

/** Another process was quicker in taking a port. */
final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
