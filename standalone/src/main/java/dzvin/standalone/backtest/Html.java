package dzvin.standalone.backtest;

import dzvin.detector.core.decide.CampaignAlert;

/** Texts in pages. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String cell(String text) {
        return "<td>" + escape(text) + "</td>";
    }

    static String sentence(CampaignAlert alert, String language) {
        return language.equals("uk")
                ? alert.summary().ukrainian()
                : alert.summary().english();
    }
}
