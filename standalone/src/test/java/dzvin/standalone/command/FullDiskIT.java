package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.avro.Report;
import dzvin.standalone.ingest.ReportsTopic;
import dzvin.standalone.process.SmallDisk;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file system that is really full: one sentence, status 1, no stack trace. */
class FullDiskIT {
    private static final int ENOUGH = 400;

    @TempDir
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    @Test
    void aDemoThatWouldNotFitIsNotStartedAndSaysHowMuchItNeeds() throws Exception {
        try (var disk = SmallDisk.of(100, data())) {
            var dzvin = new DzvinProcess(folder).by(disk.starter());

            assertThat(dzvin.run("demo", "demo", "--exit")).isEqualTo(1);

            assertThat(dzvin.complained("demo").lines())
                    .containsExactly("not enough room on the disk: 100 MiB are free for the folder "
                            + data().resolve("demo") + ", and at least 256 MiB are needed; "
                            + "make room, or choose another place with data.dir");
            assertThat(disk.seen()).isEmptyDirectory();
        }
    }

    @Test
    void anInstallationThatWouldNotFitIsNotStartedEither() throws Exception {
        try (var disk = SmallDisk.of(60, data())) {
            var dzvin = new DzvinProcess(folder).by(disk.starter());

            assertThat(dzvin.run("up", "up")).isEqualTo(1);

            assertThat(dzvin.complained("up").lines())
                    .containsExactly("not enough room on the disk: 60 MiB are free for the folder data, and at least "
                            + "64 MiB are needed; make room, or choose another place with data.dir");
            assertThat(disk.seen()).isEmptyDirectory();
        }
    }

    @Test
    void aDemoWhoseDiskFillsUpWhileItPlaysSaysSoAndStartsAgainWhenThereIsRoom() throws Exception {
        try (var disk = SmallDisk.of(ENOUGH, data())) {
            var dzvin = new DzvinProcess(folder).by(disk.starter());
            var demo = dzvin.start("demo", "demo", "--exit");
            awaitReports(dzvin, demo);

            disk.fill();

            assertThatItEndedForTheFullDisk(dzvin, demo, "demo");
            disk.makeRoom();
            var again = dzvin.start("again", "demo", "--exit");
            try {
                awaitReports(dzvin, again);
            } finally {
                again.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void anInstallationWhoseDiskFillsUpSaysSoAndHasEverythingAcknowledgedWhenThereIsRoomAgain() throws Exception {
        try (var disk = SmallDisk.of(ENOUGH, data())) {
            var dzvin = new DzvinProcess(folder).by(disk.starter());
            var gateway = new Gateway(dzvin.port("INGEST"));
            var up = dzvin.start("up", "up");
            dzvin.awaitWord(up, "up", "Dzvin is up.");
            assertThat(gateway.post("r-one")).isEqualTo(202);

            disk.fill();

            assertThatItEndedForTheFullDisk(dzvin, up, "up");
            disk.makeRoom();
            up = dzvin.start("again", "up");
            try {
                dzvin.awaitWord(up, "again", "Dzvin is up.");
                assertThat(gateway.post("r-two")).isEqualTo(202);
                assertThat(new ReportsTopic(dzvin.connection())
                                .reports().stream().map(Report::getId))
                        .containsExactlyInAnyOrder("r-one", "r-two");
            } finally {
                up.destroy();
                up.waitFor();
            }
        }
    }

    @Test
    void librariesThatCannotBeUnpackedAmongTheTemporaryFilesAreTold() throws Exception {
        var temporary = folder.resolve("temporary");
        try (var disk = SmallDisk.of(5, temporary)) {
            var dzvin = new DzvinProcess(folder)
                    .by(disk.starter())
                    .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);

            assertThat(dzvin.run("demo", "demo", "--exit")).isEqualTo(1);

            assertThat(dzvin.complained("demo").lines().filter(line -> !line.startsWith("Picked up ")))
                    .singleElement()
                    .asString()
                    .startsWith("not enough room on the disk: 5 MiB are free for the folder " + temporary)
                    .endsWith("choose another place for temporary files with DZVIN_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
        }
    }

    private static void awaitReports(DzvinProcess dzvin, Process demo) {
        try (var ends = new TopicEnds(dzvin.connection().bootstrapServers())) {
            assertThat(ends.awaitRecords(1, demo::isAlive)).isPositive();
        }
    }

    private void assertThatItEndedForTheFullDisk(DzvinProcess dzvin, Process process, String name) throws Exception {
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(dzvin.complained(name).lines().filter(line -> !line.contains(" INFO ")))
                .singleElement()
                .asString()
                .startsWith("the disk is full: 0 MiB are left for the folder " + data())
                .endsWith(
                        "and at least 32 MiB must stay free; make room and start again, what was acknowledged is kept");
        assertThat(process.exitValue()).isEqualTo(1);
    }
}
