package dzvin.standalone.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Caller numbers in masked form, such as {@code +38067123xxxx.k3f9ab2}: nobody can dial one, and yet equal numbers stay
 * equal, different ones different, and neighbours share what is visible.
 */
final class CallerNumbers {
    private static final List<String> OPERATORS =
            List.of("39", "50", "63", "66", "67", "68", "73", "93", "95", "96", "97", "98", "99");
    private static final List<String> CITIES = List.of("44", "57", "56", "48", "32", "61", "43", "46");
    private static final int TOKEN_LENGTH = 7;

    private CallerNumbers() {}

    /** A mobile number that nobody has shown yet. */
    static String fresh(Draws draws) {
        return fresh(block(draws), draws);
    }

    /** A fresh neighbour of the numbers in this block. */
    static String fresh(String block, Draws draws) {
        return block + "xxxx." + draws.token(TOKEN_LENGTH);
    }

    /** The visible part of a mobile number: neighbours share it. */
    static String block(Draws draws) {
        return "+380" + draws.oneOf(OPERATORS) + threeDigits(draws);
    }

    /** Numbers that call again and again: the lines of a call centre. */
    static List<String> pool(int size, Draws draws) {
        var numbers = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            var block = draws.chance(0.4) ? "+380" + draws.oneOf(CITIES) + threeDigits(draws) : block(draws);
            numbers.add(fresh(block, draws));
        }
        return List.copyOf(numbers);
    }

    private static String threeDigits(Draws draws) {
        return String.valueOf(100 + draws.below(900));
    }
}
