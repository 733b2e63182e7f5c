/**
 * History through the detector, apart from anything live. A {@link dzvin.standalone.replay.History} tells reports in the order of
 * their logs, an {@link dzvin.standalone.replay.Engine} decides on them, {@link dzvin.standalone.replay.Replay} brings the two
 * together and keeps what was rung. Nothing here writes to a topic that anybody else reads.
 */
package dzvin.standalone.replay;
