# One image for every service: `ingest`, `detector`, `sink`, `registry` and the other commands are arguments of the same entry point.
#
#   ./mvnw -q -DskipTests package && docker build -t dzvin .
#   docker run --rm dzvin --help
#
# It builds on any image with bash, useradd and a Java 17 (or newer) runtime linked with glibc, which RocksDB needs.
ARG BASE_IMAGE=eclipse-temurin:21-jre
FROM ${BASE_IMAGE}

RUN groupadd --system --gid 10001 dzvin \
    && useradd --system --uid 10001 --gid dzvin --home-dir /var/lib/dzvin --shell /usr/sbin/nologin dzvin \
    && install --directory --owner=dzvin --group=dzvin --mode=0750 /var/lib/dzvin /var/lib/dzvin/data /var/lib/dzvin/state

COPY docker/healthy /usr/local/bin/healthy
COPY standalone/target/dzvin /opt/dzvin

# Inside a container the services listen on every address: which of them the world sees is for the port mapping to say.
ENV DZVIN_INGEST_HOST=0.0.0.0 \
    DZVIN_DETECTOR_HOST=0.0.0.0 \
    DZVIN_SINK_HOST=0.0.0.0 \
    DZVIN_REGISTRY_HOST=0.0.0.0 \
    DZVIN_DATA_DIR=/var/lib/dzvin/data \
    DZVIN_DETECTOR_STATE_DIR=/var/lib/dzvin/state

USER dzvin
WORKDIR /var/lib/dzvin
VOLUME /var/lib/dzvin
EXPOSE 8080 8081 8082 8083

# Exec form, hence signals reach the JVM itself and it shuts down in order. JAVA_TOOL_OPTIONS adds to these options.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-XX:+IgnoreUnrecognizedVMOptions", \
            "--enable-native-access=ALL-UNNAMED", "-cp", "/opt/dzvin/lib/*", "dzvin.standalone.Main"]
CMD ["--help"]

HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["healthy"]
