package dzvin.bench.quality;

import java.util.List;

/** Probability of detection over false-positive rate, as SVG: lines are frontiers, dots are methods as they come. */
final class FrontierFigure {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 460;
    private static final int MARGIN = 60;
    private static final double LARGEST_RATE = 0.12;
    private static final int TICKS = 6;

    private FrontierFigure() {}

    static String of(List<Score> ours, List<Score> informed, List<Score> peers) {
        var svg = new StringBuilder(Text.of(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH, HEIGHT));
        axes(svg);
        line(svg, informed, "#999999", "told mean and variance");
        line(svg, ours, "#0057b7", "Dzvin's statistic");
        for (Score peer : peers) {
            if (peer.falsePositives() <= LARGEST_RATE) {
                svg.append(Text.of(
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#c03a2b\"/><text x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                        x(peer), y(peer), x(peer) + 7, y(peer) + 4, peer.method()));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void axes(StringBuilder svg) {
        for (int i = 0; i <= TICKS; i++) {
            double rate = LARGEST_RATE * i / TICKS;
            double x = MARGIN + (WIDTH - 2.0 * MARGIN) * i / TICKS;
            double share = (double) i / TICKS;
            double y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * share;
            svg.append(Text.of(
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#dddddd\"/><text x=\"%.1f\" y=\"%d\""
                            + " text-anchor=\"middle\">%.0f %%</text>%n",
                    x, MARGIN, x, HEIGHT - MARGIN, x, HEIGHT - MARGIN + 18, 100 * rate));
            svg.append(Text.of(
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#dddddd\"/><text x=\"%d\" y=\"%.1f\""
                            + " text-anchor=\"end\">%.0f %%</text>%n",
                    MARGIN, y, WIDTH - MARGIN, y, MARGIN - 8, y + 4, 100 * share));
        }
        svg.append(Text.of(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">weeks without an outbreak that ring (FPR)</text>%n",
                WIDTH / 2, HEIGHT - 14));
        svg.append(Text.of("<text x=\"%d\" y=\"%d\">outbreaks found (POD)</text>%n", MARGIN, MARGIN - 16));
    }

    private static void line(StringBuilder svg, List<Score> scores, String colour, String label) {
        var points = new StringBuilder();
        Score last = null;
        for (Score score : scores) {
            if (score.falsePositives() <= LARGEST_RATE) {
                points.append(Text.of("%.1f,%.1f ", x(score), y(score)));
                last = score;
            }
        }
        if (last != null) {
            svg.append(Text.of(
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/><text x=\"%.1f\" y=\"%.1f\""
                            + " fill=\"%s\" text-anchor=\"end\">%s</text>%n",
                    points, colour, x(last), y(last) - 10, colour, label));
        }
    }

    private static double x(Score score) {
        return MARGIN + (WIDTH - 2.0 * MARGIN) * score.falsePositives() / LARGEST_RATE;
    }

    private static double y(Score score) {
        return HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * score.detected();
    }
}
