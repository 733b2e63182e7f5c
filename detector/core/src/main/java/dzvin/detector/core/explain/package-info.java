/** Words for people: evidence goes in, one plain sentence in each language comes out. */
package dzvin.detector.core.explain;
