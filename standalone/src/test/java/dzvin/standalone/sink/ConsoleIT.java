package dzvin.standalone.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.Secret;
import dzvin.schemas.avro.Stage;
import dzvin.sink.SinkApp;
import dzvin.sink.SinkConfig;
import dzvin.sink.console.Banner;
import dzvin.sink.http.ApiKey;
import dzvin.sink.http.HttpConfig;
import dzvin.standalone.browser.Browser;
import dzvin.telemetry.Telemetry;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as an analyst meets it: a real browser, a real Kafka. */
class ConsoleIT {
    private static final String ATTACK =
            "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

    @TempDir
    Path folder;

    private final Telemetry telemetry = new Telemetry();
    private Desk desk;
    private SinkApp sink;
    private Browser browser;

    @BeforeEach
    void start() {
        browser = Browser.open();
        desk = new Desk(folder);
    }

    @AfterEach
    void stop() {
        if (sink != null) {
            sink.close();
        }
        if (desk != null) {
            desk.close();
        }
        browser.close();
        telemetry.close();
    }

    @Test
    void aCampaignAppearsGrowsAndRingsWithoutReloading() {
        open(SinkConfig.local(0).withBanner(new Banner("Згенеровані дані", "Generated data")));
        browser.click("[data-language=en]");
        browser.until("calm", page -> page.text("#detail").contains("All calm now"));

        desk.show(Stage.EMERGING, "appeal-to-us");
        browser.until("the campaign", page -> page.shows(".card.stage-EMERGING"));
        desk.show(Stage.MASS, "appeal-to-us");
        desk.ring(7, 8);

        browser.until("the mass campaign", page -> page.text(".hero").contains("Mass campaign"));
        browser.until("the alert", page -> page.text("#detail").contains("Alert number 7"));
        assertThat(browser.text("#banner")).isEqualTo("Generated data");
        assertThat(browser.text(".numbers")).contains("+38044123••••").doesNotContain("0000");
        assertThat(browser.count(".timeline .bar")).isEqualTo(2);
        assertThat(browser.count(".map path")).isEqualTo(27);
        assertThat(browser.run("return document.getElementById('detail').textContent")
                        .asText())
                .contains("Per 100,000 people", "1.7");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theGravestStageIsNamedWhereThereIsNoRoomForAllNames() {
        open(SinkConfig.local(0));

        var names = browser.run("""
                return import("/console/timeline.js").then(({timeline}) => {
                  const at = hour => new Date(Date.UTC(2025, 2, 20, hour)).toISOString();
                  const stages = ["EMERGING", "SPREADING", "MASS"];
                  const figure = timeline({
                    series: Array.from({length: 480}, (none, hour) => ({at: at(hour), reports: 1, expected: 1})),
                    onset: {at: at(160), from: at(160), to: at(161)},
                    alerts: stages.map((stage, i) => ({stage, previousStage: stages[i - 1], at: at(170 + 10 * i)})).reverse(),
                  });
                  return [...figure.querySelectorAll(".change:has(text)")].map(change => change.classList[1]).join(" ");
                });""").asText();

        assertThat(names).isEqualTo("stage-SPREADING stage-MASS");
    }

    @Test
    void anEarlySignStandsUntilTheFinalAlertTakesItsPlace() {
        open(SinkConfig.local(0));
        browser.click("[data-language=en]");
        desk.ringEarly(1);
        desk.ringEarly(2);
        browser.until("both signs", page -> page.count("#early p") == 2);
        assertThat(browser.text("#early")).contains("early", "Alert number 1", "Alert number 2");

        desk.ringInPlaceOf(1, 3);
        browser.until("one of them gone", page -> page.count("#early p") == 1);
        assertThat(browser.text("#early")).contains("Alert number 2");

        browser.go(page());
        browser.until("the other after a reload", page -> page.count("#early p") == 1);
        assertThat(browser.text("#early")).contains("Alert number 2");
        desk.ringInPlaceOf(2, 4);
        browser.until("no sign", page -> !page.shows("#early"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theLanguageIsSwitchedAndRemembered() {
        desk.show(Stage.SPREADING, "appeal-to-us");
        open(SinkConfig.local(0));
        browser.click("[data-language=uk]");
        browser.until("Ukrainian", page -> page.text(".sentence").startsWith("Українською"));
        browser.click("[data-language=en]");
        browser.until("English", page -> page.text(".sentence").startsWith("In English"));

        browser.go(page());

        browser.until("English again", page -> page.text(".sentence").startsWith("In English"));
        assertThat(browser.text(".badge")).isEqualTo("Spreading");
    }

    @Test
    void whatSomebodyWroteIntoAReportIsShownAndNeverRun() {
        desk.show(Stage.MASS, ATTACK);
        open(SinkConfig.local(0));

        browser.until("the campaign", page -> page.text(".sentence").contains(ATTACK));
        browser.until("its trait", page -> page.text(".bars").contains(ATTACK));

        assertThat(browser.count("main img")).isZero();
        assertThat(browser.run("return document.title").asText()).isNotEqualTo("owned");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void whoHasAKeySignsInAndSeesTheCampaigns() {
        desk.show(Stage.MASS, "appeal-to-us");
        var keys = List.of(new ApiKey("desk", new Secret("a-key-that-nobody-guesses")));
        open(new SinkConfig(new HttpConfig("127.0.0.1", 0, keys), List.of(), Banner.NONE));
        browser.until("the form", page -> page.shows("#sign-in"));

        browser.type("#key", "wrong");
        browser.click("#sign-in button");
        browser.until("the refusal", page -> !page.text("#sign-in-trouble").isBlank());
        browser.clear("#key");
        browser.type("#key", "a-key-that-nobody-guesses");
        browser.click("#sign-in button");

        browser.until("the campaign", page -> page.shows(".card.stage-MASS"));
        browser.click("#sign-out");
        browser.until("the form again", page -> page.shows("#sign-in"));
    }

    @Test
    void aRestartOfTheSinkIsSurvivedByTheOpenPage() {
        desk.show(Stage.EMERGING, "appeal-to-us");
        open(SinkConfig.local(0));
        browser.until("the campaign", page -> page.shows(".card.stage-EMERGING"));
        int port = sink.port();
        sink.close();
        browser.until("the loss", page -> page.shows("#connection.lost"));

        desk.show(Stage.MASS, "appeal-to-us");
        start(SinkConfig.local(port));

        browser.until("the connection", page -> page.shows("#connection.live"));
        browser.until("what was missed", page -> page.shows(".card.stage-MASS"));
    }

    private void open(SinkConfig config) {
        start(config);
        browser.go(page());
    }

    private void start(SinkConfig config) {
        sink = new SinkApp(config, desk.connection(), Desk.TOPICS, telemetry);
        sink.start();
    }

    private URI page() {
        return URI.create("http://127.0.0.1:" + sink.port() + "/");
    }
}
