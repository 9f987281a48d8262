# syntax=docker/dockerfile:1
# The gateway as an image: built from the sources, run by a user without rights on a JRE 25. docker-compose.yml runs it.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY .mvn .mvn
COPY pom.xml ./
COPY src src
COPY routes routes
COPY mappings mappings
COPY schemas schemas
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp package -Dmaven.test.skip=true

FROM eclipse-temurin:25-jre AS layers
WORKDIR /layers
COPY --from=build /src/target/claimgate.jar ./
RUN ["java", "-Djarmode=tools", "-jar", "claimgate.jar", "extract", "--layers", "--destination", "extracted"]

FROM eclipse-temurin:25-jre
# The same number in deploy/sftp/Dockerfile: both work in the drop folders.
RUN groupadd --gid 10001 claimgate \
 && useradd --uid 10001 --gid claimgate --home-dir /opt/claimgate --no-create-home --shell /usr/sbin/nologin claimgate \
 && install -d -o claimgate -g claimgate -m 0750 /var/lib/claimgate /var/lib/claimgate/erp
WORKDIR /opt/claimgate
# What changes seldom first: an update of the gateway moves a few megabytes.
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY deploy/gateway/ready.sh ./
# A start in half the time: its classes are kept as a start of the sandbox has loaded and linked them. Without profiles of methods (hence the
# compiler's first level alone): with them the optimising compiler sets out at once and takes the processor from the start itself.
RUN --mount=type=tmpfs,target=/tmp ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:AOTCacheOutput=claimgate.aot", "-Dspring.context.exit=onRefresh", "-jar", "claimgate.jar", "--spring.profiles.active=sandbox", "--claimgate.home=/tmp/rehearsal"]
ENV CLAIMGATE_HOME=/var/lib/claimgate \
    SPRING_PROFILES_ACTIVE=production
VOLUME ["/var/lib/claimgate"]
USER 10001:10001
EXPOSE 8080 8443
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 CMD ["/bin/bash", "/opt/claimgate/ready.sh"]
# Most of the container's memory is the heap's; the rest is for threads, classes and the buffers of the network. A gateway without memory ends,
# and its successor starts from the database, instead of staggering on. No heap dump: it would be a file full of other people's data.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=65", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-XX:AOTCache=claimgate.aot", "-jar", "claimgate.jar"]
