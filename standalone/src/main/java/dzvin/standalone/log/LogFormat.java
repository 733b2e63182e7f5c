package dzvin.standalone.log;

/** How a log line is written. */
public enum LogFormat {
    /** For eyes. */
    PLAIN,
    /** One object a line, for collectors. */
    JSON
}
