package dzvin.standalone.demo;

import java.util.List;

/** One source of calls among those that the generated stream is twisted from. Its draws are its own. */
interface Strand {
    /** Its calls, in any order. */
    List<ToldCall> calls();
}
