package io.claimgate.operations.rest;

import io.claimgate.flow.restore.Backups;
import io.claimgate.operations.ApiProblem;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.RestoreDesk;
import io.claimgate.operations.reading.ActRequest;
import io.claimgate.operations.reading.RestoreItem;
import io.claimgate.operations.reading.RestoreReader;
import io.claimgate.operations.reading.RestoreView;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Backups, and how a restored database is brought up to what had left. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Backup and restore")
class RestoreController {

    /** Why. */
    record Reason(@Nullable String reason) {}

    /** A backup. */
    record Made(
            String name,
            String folder,
            Instant at,

            @Schema(description = "how the database is in it")
            String database,

            long files,
            long bytes) {}

    private final RestoreReader restores;
    private final RestoreDesk desk;

    RestoreController(RestoreReader restores, RestoreDesk desk) {
        this.restores = restores;
        this.desk = desk;
    }

    @GetMapping("/restore")
    @Operation(summary = "How the youngest restore stands; 404 where the database was never restored")
    RestoreView restore() {
        return restores.last().orElseThrow(() -> ApiProblem.notFound("a restore of this database"));
    }

    @GetMapping("/restore/items")
    @Operation(summary = "What had left, or may have, and what has become of it")
    Page<RestoreItem> items(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject RestoreReader.Filter filter,
            @ParameterObject Slice slice) {
        return restores.items(caller.creditors(), filter, slice);
    }

    @PostMapping("/restore/release")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Ask that outgoing goes on before all is reconciled; another approver confirms",
            description = "Once it is RECONCILED one person resumes it: POST /outgoing/resume")
    ActRequest release(@AuthenticationPrincipal Caller caller, @RequestBody Reason body) {
        return desk.release(caller, body.reason());
    }

    @PostMapping("/backups")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Copy everything that must survive into a folder of its own, beside the working gateway",
            description = "With the database where that is H2; PostgreSQL is copied by its own tools, before this")
    Made backup() {
        Backups.Backup made = desk.backup();
        return new Made(made.name(), made.folder().toString(), made.at(), made.database(), made.files(), made.bytes());
    }
}
