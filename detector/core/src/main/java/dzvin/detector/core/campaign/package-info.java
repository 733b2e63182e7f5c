/**
 * Surges held together as campaigns. Surges that begin and end go in; campaigns with their stages, evidence and alerts come out.
 * Two surges are never held together merely because both touch a popular region or feature.
 */
package dzvin.detector.core.campaign;
