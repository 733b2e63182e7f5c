/**
 * The same history under several policies. {@link dzvin.standalone.backtest.Backtest} reads it once, counts once for all policies whose
 * counts are the same, and lets each decide; {@link dzvin.standalone.backtest.Score} holds the decisions against labels.
 */
package dzvin.standalone.backtest;
