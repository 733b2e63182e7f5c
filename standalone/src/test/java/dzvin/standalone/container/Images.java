package dzvin.standalone.container;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The image that ships, built on a base that can be made without a registry of images, and a Kafka on top of it. */
final class Images {
    static final String BASE =
            Optional.ofNullable(System.getenv("DZVIN_TEST_BASE_IMAGE")).orElse("dzvin-test-base:latest");

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final String DISTRIBUTION = "standalone/target/dzvin";
    private static final String HEALTHY = "docker/healthy";

    /** Images keep their names, hence the next run finds most of their layers. */
    private static final boolean KEEP = false;

    private Images() {}

    static boolean baseIsThere() {
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(BASE).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    static String dzvin() {
        return new ImageFromDockerfile("dzvin-test:latest", KEEP)
                .withFileFromPath("Dockerfile", CHECKOUT.resolve("Dockerfile"))
                .withFileFromPath(HEALTHY, CHECKOUT.resolve(HEALTHY))
                .withFileFromPath(DISTRIBUTION, CHECKOUT.resolve(DISTRIBUTION))
                .withBuildArg("BASE_IMAGE", BASE)
                .get();
    }

    static String kafka(String dzvin) {
        var folder = CHECKOUT.resolve("standalone/src/test/docker/kafka");
        return new ImageFromDockerfile("dzvin-test-kafka:latest", KEEP)
                .withFileFromPath("Dockerfile", folder.resolve("Dockerfile"))
                .withFileFromPath("run", folder.resolve("run"))
                .withBuildArg("DZVIN_IMAGE", dzvin)
                .get();
    }
}
