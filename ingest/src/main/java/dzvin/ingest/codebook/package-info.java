/**
 * From the words of a call to script features. {@link dzvin.ingest.codebook.Codebook} is read from a strict YAML file of
 * phrases in any language and says which features a text shows, and under which name and version. It keeps nothing of the
 * text, and no message holds a word of it.
 */
package dzvin.ingest.codebook;
