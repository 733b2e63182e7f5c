package dzvin.standalone.registry;

import io.javalin.config.RoutesConfig;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compatibility levels and modes, of one subject or of all. */
final class RuleRoutes {
    private static final Set<String> MODES = Set.of("READWRITE", "READONLY");

    private final Registrar registrar;

    RuleRoutes(Registrar registrar) {
        this.registrar = registrar;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/config", http -> level(new RegistryRequest(http), Optional.empty()));
        routes.put("/config", http -> setLevel(new RegistryRequest(http), Optional.empty()));
        routes.delete("/config", http -> dropLevel(new RegistryRequest(http), Optional.empty()));
        routes.get("/config/{subject}", http -> level(new RegistryRequest(http), named(http.pathParam("subject"))));
        routes.put("/config/{subject}", http -> setLevel(new RegistryRequest(http), named(http.pathParam("subject"))));
        routes.delete(
                "/config/{subject}", http -> dropLevel(new RegistryRequest(http), named(http.pathParam("subject"))));
        routes.get("/mode", http -> mode(new RegistryRequest(http), Optional.empty()));
        routes.put("/mode", http -> setMode(new RegistryRequest(http), Optional.empty()));
        routes.get("/mode/{subject}", http -> mode(new RegistryRequest(http), named(http.pathParam("subject"))));
        routes.put("/mode/{subject}", http -> setMode(new RegistryRequest(http), named(http.pathParam("subject"))));
        routes.delete("/mode/{subject}", http -> dropMode(new RegistryRequest(http), named(http.pathParam("subject"))));
    }

    private static Optional<String> named(String subject) {
        return Optional.of(subject);
    }

    private void level(RegistryRequest request, Optional<String> subject) {
        var level = registrar.read(catalogue -> catalogue.level(subject));
        if (level.isEmpty() && subject.isPresent() && !request.asks("defaultToGlobal")) {
            throw new RegistryException(
                    40408, "Subject '" + subject.get() + "' does not have subject-level compatibility configured");
        }
        var general = level.or(() -> registrar.read(catalogue -> catalogue.level(Optional.empty())));
        request.answer(Map.of("compatibilityLevel", general.orElse(Catalogue.DEFAULT_LEVEL)));
    }

    private void setLevel(RegistryRequest request, Optional<String> subject) {
        var level = request.told("compatibility")
                .flatMap(Compatibility::named)
                .orElseThrow(() -> new RegistryException(
                        42203,
                        "Invalid compatibility level. Valid values are none, backward, forward, full, "
                                + "backward_transitive, forward_transitive, and full_transitive"));
        registrar.write(LogEntry.config(subject.orElse(null), level.name()));
        request.answer(Map.of("compatibility", level.name()));
    }

    private void dropLevel(RegistryRequest request, Optional<String> subject) {
        var dropped = registrar
                .read(catalogue -> catalogue.level(subject))
                .orElseThrow(() -> RegistryException.noSubject(subject.orElse("")));
        registrar.write(LogEntry.configGone(subject.orElse(null)));
        request.answer(Map.of("compatibilityLevel", dropped));
    }

    private void mode(RegistryRequest request, Optional<String> subject) {
        var mode = registrar.read(catalogue -> catalogue.mode(subject));
        if (mode.isEmpty() && subject.isPresent() && !request.asks("defaultToGlobal")) {
            throw new RegistryException(
                    40409, "Subject '" + subject.get() + "' does not have subject-level mode configured");
        }
        var general = mode.or(() -> registrar.read(catalogue -> catalogue.mode(Optional.empty())));
        request.answer(Map.of("mode", general.orElse(Catalogue.DEFAULT_MODE)));
    }

    private void setMode(RegistryRequest request, Optional<String> subject) {
        var mode = request.told("mode")
                .map(text -> text.toUpperCase(Locale.ROOT))
                .filter(MODES::contains)
                .orElseThrow(
                        () -> new RegistryException(42204, "Invalid mode. Valid values are READWRITE and READONLY"));
        registrar.write(LogEntry.mode(subject.orElse(null), mode));
        request.answer(Map.of("mode", mode));
    }

    private void dropMode(RegistryRequest request, Optional<String> subject) {
        var dropped = registrar
                .read(catalogue -> catalogue.mode(subject))
                .orElseThrow(() -> RegistryException.noSubject(subject.orElse("")));
        registrar.write(LogEntry.modeGone(subject.orElse(null)));
        request.answer(Map.of("mode", dropped));
    }
}
