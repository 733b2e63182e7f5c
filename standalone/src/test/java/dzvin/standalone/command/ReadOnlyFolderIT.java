package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the user may not write. Root may everywhere, so root first gives up that right. */
class ReadOnlyFolderIT {
    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void forbid() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
    }

    @AfterEach
    void allow() throws IOException {
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private DzvinProcess dzvin() {
        return new DzvinProcess(folder)
                .by(Files.isWritable(data) ? List.of("setpriv", "--bounding-set", "-dac_override") : List.of());
    }

    @Test
    void aDemoSaysThatItMayNotWriteThere() throws Exception {
        var dzvin = dzvin();

        assertThat(dzvin.run("demo", "demo", "--exit")).isEqualTo(2);

        assertThat(dzvin.complained("demo").lines())
                .containsExactly("cannot use the folder " + data.resolve("demo")
                        + " for the demo (no permission): choose another place with data.dir");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void anInstallationSaysThatItMayNotWriteThere() throws Exception {
        var dzvin = dzvin();

        assertThat(dzvin.run("up", "up")).isEqualTo(2);

        assertThat(dzvin.complained("up").lines())
                .containsExactly(
                        "cannot keep a pseudonym key in data (no permission): choose another folder with data.dir");
        assertThat(data).isEmptyDirectory();
    }
}
