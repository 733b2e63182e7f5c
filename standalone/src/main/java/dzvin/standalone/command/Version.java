package dzvin.standalone.command;

import java.util.Optional;
import org.apache.kafka.common.utils.internals.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: ours, and what a report of a defect has to name beside it. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var ours = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
        return new String[] {
            "dzvin " + ours.orElse("(not packaged)") + ", Kafka " + AppInfoParser.getVersion() + ", Java "
                    + System.getProperty("java.version")
        };
    }
}
