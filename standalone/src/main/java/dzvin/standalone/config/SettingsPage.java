package dzvin.standalone.config;

import java.util.Locale;

/** {@code docs/configuration.md}, made from the same table as the defaults. */
final class SettingsPage {
    private SettingsPage() {}

    static String markdown() {
        var page = new StringBuilder("""
                # Configuration

                Settings come from `dzvin.yaml`, and environment variables stand above it. The file is the one named by
                `--config`, else by `DZVIN_CONFIG`, else `dzvin.yaml` in the working directory if there is one. It is strict: an
                unknown key is a mistake, and all mistakes are told at once, each as `file:line key rule, got value`. `dzvin config`
                prints what is in force and where each value comes from.

                ```yaml
                profile: ua
                ingest:
                  host: 0.0.0.0
                  apiKeysFile: secrets/ingest-api-keys     # relative to this file
                sink:
                  webhook:
                    url: https://desk.example/alerts
                ```

                Secrets are in files of their own, never in this one: a setting that ends in `File` and is marked *secret content*
                names a file whose content is the secret. Paths in the file are relative to its folder, paths in variables to the working
                directory. Kafka's own client settings (TLS, SASL and the rest) go under `kafka.settings`, or as variables
                such as `DZVIN_KAFKA_SETTINGS_SECURITY_PROTOCOL` for `security.protocol`; those with secrets are better off in the file
                that `kafka.settingsFile` names. The registry client's settings, such as `basic.auth.user.info`, go there too.

                | key | default | variable | |
                | --- | --- | --- | --- |
                """);
        for (Setting setting : Setting.values()) {
            page.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | `%s` | %s (%s) |%n",
                    setting.key(),
                    setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`",
                    setting.variable(),
                    setting.purpose(),
                    setting.kind().described()));
        }
        return page.toString();
    }
}
