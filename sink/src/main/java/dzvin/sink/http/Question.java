package dzvin.sink.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the parameters of a request; what cannot be understood is answered 400 with the parameter's name. */
final class Question {
    static final int USUAL_LIMIT = 50;
    static final int HIGHEST_LIMIT = 500;

    private final Context request;

    Question(Context request) {
        this.request = request;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(request.queryParam(name)).filter(value -> !value.isBlank());
    }

    Optional<Instant> time(String name) {
        return text(name).map(value -> {
            try {
                return OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            } catch (DateTimeException e) {
                throw new BadRequestResponse(name + " must be a time such as 2025-07-02T10:15:00Z, got " + value);
            }
        });
    }

    /** One or more of an enum's constants, separated by commas. */
    <E extends Enum<E>> Optional<Set<E>> oneOf(String name, Class<E> type) {
        return text(name)
                .map(value -> Arrays.stream(value.split(","))
                        .map(each -> constant(name, type, each))
                        .collect(Collectors.toSet()));
    }

    int limit() {
        return text("limit")
                .map(value -> {
                    if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < 1) {
                        throw new BadRequestResponse("limit must be 1 to " + HIGHEST_LIMIT + ", got " + value);
                    }
                    return Math.min(Integer.parseInt(value), HIGHEST_LIMIT);
                })
                .orElse(USUAL_LIMIT);
    }

    private static <E extends Enum<E>> E constant(String name, Class<E> type, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equalsIgnoreCase(value.strip()))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse(
                        name + " must be of " + Arrays.toString(type.getEnumConstants()) + ", got " + value));
    }
}
