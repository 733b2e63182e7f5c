package dzvin.standalone.registry;

import io.javalin.config.RoutesConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Subjects, their versions and the schemas behind ids. */
final class SchemaRoutes {
    private final Registrar registrar;

    SchemaRoutes(Registrar registrar) {
        this.registrar = registrar;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/subjects", http -> subjects(new RegistryRequest(http)));
        routes.post("/subjects/{subject}", http -> lookUp(new RegistryRequest(http)));
        routes.delete("/subjects/{subject}", http -> deleteSubject(new RegistryRequest(http)));
        routes.get("/subjects/{subject}/versions", http -> versions(new RegistryRequest(http)));
        routes.post("/subjects/{subject}/versions", http -> register(new RegistryRequest(http)));
        routes.get("/subjects/{subject}/versions/{version}", http -> version(new RegistryRequest(http)));
        routes.get("/subjects/{subject}/versions/{version}/schema", http -> text(new RegistryRequest(http)));
        routes.get(
                "/subjects/{subject}/versions/{version}/referencedby",
                http -> new RegistryRequest(http).answer(List.of()));
        routes.delete("/subjects/{subject}/versions/{version}", http -> deleteVersion(new RegistryRequest(http)));
        routes.get("/schemas/types", http -> new RegistryRequest(http).answer(List.of("AVRO")));
        routes.get("/schemas/ids/{id}", http -> byId(new RegistryRequest(http)));
        routes.get(
                "/schemas/ids/{id}/schema",
                http -> http.result(withId(new RegistryRequest(http)).get(0).schema()));
        routes.get("/schemas/ids/{id}/subjects", http -> subjectsOfId(new RegistryRequest(http)));
        routes.get("/schemas/ids/{id}/versions", http -> versionsOfId(new RegistryRequest(http)));
        routes.post("/compatibility/subjects/{subject}/versions", http -> test(new RegistryRequest(http), false));
        routes.post(
                "/compatibility/subjects/{subject}/versions/{version}", http -> test(new RegistryRequest(http), true));
    }

    private void subjects(RegistryRequest request) {
        var prefix =
                Optional.ofNullable(request.http().queryParam("subjectPrefix")).orElse("");
        request.answer(registrar.read(catalogue -> catalogue.subjects(request.asks("deleted")).stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList()));
    }

    private void lookUp(RegistryRequest request) {
        var found = registrar.lookUp(request.subject(), request.schema(), request.asks("deleted"));
        request.answer(described(found));
    }

    private void register(RegistryRequest request) {
        request.answer(Map.of("id", registrar.register(request.subject(), request.schema())));
    }

    private void versions(RegistryRequest request) {
        var versions = registrar.read(catalogue -> catalogue.versions(request.subject(), request.asks("deleted")));
        if (versions.isEmpty()) {
            throw RegistryException.noSubject(request.subject());
        }
        request.answer(versions.stream().map(StoredSchema::version).toList());
    }

    private void version(RegistryRequest request) {
        request.answer(described(pick(request)));
    }

    private void text(RegistryRequest request) {
        request.http().result(pick(request).schema());
    }

    private StoredSchema pick(RegistryRequest request) {
        var versions = registrar.read(catalogue -> catalogue.versions(request.subject(), request.asks("deleted")));
        return Versions.pick(versions, request.subject(), request.version());
    }

    private void deleteSubject(RegistryRequest request) {
        request.answer(registrar.deleteSubject(request.subject(), request.asks("permanent")));
    }

    private void deleteVersion(RegistryRequest request) {
        request.answer(registrar.deleteVersion(request.subject(), request.version(), request.asks("permanent")));
    }

    private void byId(RegistryRequest request) {
        request.answer(Map.of("schema", withId(request).get(0).schema()));
    }

    private void subjectsOfId(RegistryRequest request) {
        request.answer(living(request).map(StoredSchema::subject).distinct().toList());
    }

    private void versionsOfId(RegistryRequest request) {
        request.answer(living(request)
                .map(schema -> Map.of("subject", schema.subject(), "version", schema.version()))
                .toList());
    }

    private Stream<StoredSchema> living(RegistryRequest request) {
        return withId(request).stream().filter(schema -> request.asks("deleted") || !schema.deleted());
    }

    private List<StoredSchema> withId(RegistryRequest request) {
        var schemas = registrar.read(catalogue -> catalogue.withId(request.id()));
        if (schemas.isEmpty()) {
            throw RegistryException.noSchema();
        }
        return schemas;
    }

    private void test(RegistryRequest request, boolean againstOneVersion) {
        var version = againstOneVersion ? Optional.of(request.version()) : Optional.<String>empty();
        var objections = registrar.objections(request.subject(), request.schema(), version);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("is_compatible", objections.isEmpty());
        if (request.asks("verbose")) {
            answer.put("messages", objections);
        }
        request.answer(answer);
    }

    private static Map<String, Object> described(StoredSchema schema) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("subject", schema.subject());
        answer.put("version", schema.version());
        answer.put("id", schema.id());
        answer.put("schema", schema.schema());
        return answer;
    }
}
