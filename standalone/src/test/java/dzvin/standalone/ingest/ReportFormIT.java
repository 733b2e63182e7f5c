package dzvin.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.Topics;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.Report;
import dzvin.standalone.browser.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators' form in a real browser, down to what is in Kafka. */
class ReportFormIT {
    @TempDir
    private Path folder;

    private Browser browser;
    private LiveDesk desk;

    @BeforeEach
    void open() {
        browser = Browser.open();
        desk = new LiveDesk(folder, Duration.ofMinutes(1));
        browser.go(desk.address("/"));
        browser.until("the form", page -> page.count("body[data-ready]") == 1);
    }

    @AfterEach
    void close() {
        if (desk != null) {
            desk.close();
        }
        browser.close();
    }

    @Test
    void aCallThatIsTypedInIsAReportInKafkaAndTheFormIsReadyForTheNext() {
        browser.type("#number", "044 123 45 67");
        browser.run("document.getElementById('region').value = 'UA-32'");
        browser.click("#now");
        browser.click("#features input[value='appeal-to-us'] + span");
        browser.type("#text", "Просили написати звернення");
        browser.type("#reporter", "olena@example.org");

        browser.click("#send");
        browser.until("the acceptance", page -> page.shows("#outcome.good"));

        assertThat(browser.property("#number", "value")).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(reports()).singleElement().satisfies(report -> {
            assertThat(report.getId()).isEqualTo(browser.text("#outcome code"));
            assertThat(report.getNumber()).isEqualTo("+380441234567");
            assertThat(report.getRegion()).isEqualTo("UA-32");
            assertThat(report.getGivenFeatures()).containsExactly("appeal-to-us");
            assertThat(report.getChannel()).isEqualTo("form");
            assertThat(report.getCalledAt()).isNotNull();
            assertThat(report.getReporter()).isNotBlank().doesNotContain("olena");
        });
    }

    @Test
    void theFormIsUsedByKeyboardAloneAndInEnglish() {
        browser.click("#language-en");
        assertThat(browser.text("h1")).isEqualTo("New call");

        browser.press(Browser.Key.TAB);
        browser.press(Browser.Key.TAB);
        browser.press(Browser.Key.SPACE);
        browser.type("#source", "desk-7");
        browser.press(Browser.Key.ENTER);
        browser.until("the acceptance", page -> page.shows("#outcome.good"));

        assertThat(browser.text("#outcome")).startsWith("Report accepted");
        assertThat(reports())
                .singleElement()
                .satisfies(report -> assertThat(report.getNumberKind()).isEqualTo(NumberKind.WITHHELD));
        assertThat(browser.property("#source", "value")).isEqualTo("desk-7");
    }

    @Test
    void whatIsWrongIsSaidAboveTheFormAndBesideItsFieldInTheLanguageThatIsChosen() {
        browser.click("#send");
        browser.until("the error", page -> page.shows("#number-error"));
        assertThat(browser.text("#outcome")).contains("не прийнято");
        assertThat(browser.property("#number", "ariaInvalid")).isEqualTo("true");

        browser.click("#language-en");
        assertThat(browser.text("#number-error")).startsWith("An empty form cannot be sent");

        browser.click("#outcome a");
        assertThat(browser.run("return document.activeElement.id").asText()).isEqualTo("number");
        assertThat(reports()).isEmpty();
    }

    @Test
    void twoClicksInARowAreOneReport() {
        browser.type("#text", "слова");

        browser.run("document.getElementById('send').click(); document.getElementById('send').click();"
                + " document.getElementById('report').requestSubmit()");
        browser.until("the acceptance", page -> page.shows("#outcome.good"));

        assertThat(reports()).hasSize(1);
    }

    private List<Report> reports() {
        return desk.records(Topics.LIVE.reports(), Report.class).stream()
                .filter(message -> message.value() != null)
                .map(message -> message.value())
                .toList();
    }
}
