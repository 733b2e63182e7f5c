package dzvin.standalone.demo;

import java.util.ArrayList;
import java.util.List;

/** The people who report the calls of one strand: mostly each once. Their contacts cannot exist (RFC 2606). */
final class People {
    private final Draws draws;
    private final double again;
    private final List<String> seen = new ArrayList<>();

    /** @param again the share of reports by somebody who has reported before */
    People(Draws draws, double again) {
        this.draws = draws;
        this.again = again;
    }

    String next() {
        if (!seen.isEmpty() && draws.chance(again)) {
            return draws.oneOf(seen);
        }
        var person = "person-" + draws.token(8) + "@demo.invalid";
        seen.add(person);
        return person;
    }
}
