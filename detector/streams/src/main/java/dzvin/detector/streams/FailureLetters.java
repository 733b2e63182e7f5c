package dzvin.detector.streams;

import org.apache.kafka.common.header.Headers;

/** Keeps the record that stopped the detector, for whoever has to find out why. */
interface FailureLetters {
    /** Setting: where letters go. */
    String SETTING = "dzvin.detector.failure.letters";

    FailureLetters NONE = (key, value, headers) -> {};

    /** Never throws: the failure that is told of matters more than that it could not be written down. */
    void send(byte[] key, byte[] value, Headers headers);
}
