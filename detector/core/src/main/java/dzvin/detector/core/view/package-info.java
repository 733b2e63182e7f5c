/**
 * How reports are grouped. A report goes in, the keys that count it come out, the same ones on every machine. Nothing here
 * remembers anything.
 */
package dzvin.detector.core.view;
