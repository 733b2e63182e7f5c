package dzvin.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dependencies point one way: standalone, then ingest, detector and sink, then schemas. */
class ModulesTest {
    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours = new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dzvin");
    }

    @Test
    void nobodyDependsOnStandaloneButItself() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dzvin.standalone..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dzvin.standalone..")
                .check(ours);
    }

    @Test
    void ingestDetectorAndSinkDoNotKnowOneAnother() {
        var services = List.of("dzvin.ingest..", "dzvin.detector..", "dzvin.sink..");
        for (String one : services) {
            noClasses()
                    .that()
                    .resideInAPackage(one)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(services.stream()
                            .filter(other -> !other.equals(one))
                            .toArray(String[]::new))
                    .allowEmptyShould(true)
                    .check(ours);
        }
    }

    @Test
    void schemasAndTelemetryKnowNoneOfThoseAboveThem() {
        noClasses()
                .that()
                .resideInAnyPackage("dzvin.schemas..", "dzvin.telemetry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dzvin.ingest..", "dzvin.detector..", "dzvin.sink..", "dzvin.standalone..")
                .check(ours);
    }

    @Test
    void theDetectorsCoreKnowsNothingOfOursAndNoKafka() {
        classes()
                .that()
                .resideInAPackage("dzvin.detector.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "dzvin.schemas..",
                        "dzvin.telemetry..",
                        "dzvin.ingest..",
                        "dzvin.sink..",
                        "dzvin.standalone..",
                        "dzvin.detector.streams..",
                        "org.apache..",
                        "io.micrometer..",
                        "org.slf4j..")
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void kafkasInternalClassesAreSeenByTheEmbeddedKafkaOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dzvin.standalone.kafka..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..")
                .check(ours);
    }

    /** The carrier of Confluent's client holds old copies of them, and a class path of {@code lib/*} has no order. */
    @ParameterizedTest
    @ValueSource(strings = {"org/apache/commons/io/IOUtils.class", "com/google/common/collect/ImmutableList.class"})
    void aClassOfOthersIsOnTheClassPathOnce(String file) throws IOException {
        assertThat(Collections.list(getClass().getClassLoader().getResources(file)))
                .hasSize(1);
    }
}
