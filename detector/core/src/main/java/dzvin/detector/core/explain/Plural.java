package dzvin.detector.core.explain;

import dzvin.detector.core.explain.Labels.Language;

/**
 * A noun's forms beside a number (Unicode CLDR plural rules).
 *
 * @param one 1, 21, 31 … in Ukrainian; 1 in English
 * @param few 2–4, 22–24 … in Ukrainian; unused in English
 * @param many every other whole number
 */
record Plural(String one, String few, String many) {
    static Plural english(String one, String many) {
        return new Plural(one, many, many);
    }

    /** The number with the noun. */
    String with(long count, Language language) {
        return count + " " + form(count, language);
    }

    private String form(long count, Language language) {
        if (language == Language.ENGLISH) {
            return count == 1 ? one : many;
        }
        long ten = count % 10;
        long hundred = count % 100;
        if (ten == 1 && hundred != 11) {
            return one;
        }
        return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? few : many;
    }
}
