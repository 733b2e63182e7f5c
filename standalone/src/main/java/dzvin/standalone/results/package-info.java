/**
 * Reading what the detector wrote. {@link dzvin.standalone.results.TopicReader} gives the records of a topic up to its end
 * or for ever; the other classes put alerts and campaigns into lines for people. Nothing is written here.
 */
package dzvin.standalone.results;
