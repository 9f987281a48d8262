package io.claimgate.operations.rest;

import io.claimgate.flow.Vault;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.Drop;
import io.claimgate.operations.acts.FileActs;
import io.claimgate.operations.reading.ErpFile;
import io.claimgate.operations.reading.Fault;
import io.claimgate.operations.reading.Files;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files from the ERPs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Files", description = "Files from the ERPs, their acknowledgements and rejects")
class FilesController {

    /** Why. */
    record Reason(@Nullable String reason) {}

    /** What was dropped. */
    record Dropped(String source, String file, long size) {}

    private final Files files;
    private final Vault vault;
    private final Drop drop;
    private final ObjectProvider<FileActs> acts;

    FilesController(Files files, Vault vault, Drop drop, ObjectProvider<FileActs> acts) {
        this.files = files;
        this.vault = vault;
        this.drop = drop;
        this.acts = acts;
    }

    @GetMapping("/files")
    @Operation(summary = "Files taken, newest first, each with its acknowledgement")
    Page<ErpFile> list(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject Files.Filter filter,
            @ParameterObject Slice slice) {
        return files.page(caller.creditors(), filter, slice);
    }

    @GetMapping("/files/{id}")
    @Operation(summary = "One file")
    ErpFile one(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        return files.one(caller.creditors(), id);
    }

    @GetMapping("/files/{id}/content")
    @Operation(summary = "The bytes as they came", description = "Right auditor or operator")
    ResponseEntity<Resource> content(@AuthenticationPrincipal Caller caller, @PathVariable long id) throws IOException {
        ErpFile file = files.one(caller.creditors(), id);
        return Attachments.of(vault, file.sha256(), file.file());
    }

    @GetMapping("/files/{id}/rejects")
    @Operation(summary = "Its faults in the order of its lines")
    Page<Fault> rejects(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean warnings,
            @ParameterObject Slice slice) {
        return files.faults(caller.creditors(), id, warnings, slice);
    }

    @PostMapping("/files/{id}/release")
    @Operation(summary = "Apply a file that a guard stopped")
    ErpFile release(@AuthenticationPrincipal Caller caller, @PathVariable long id) {
        files.one(caller.creditors(), id);
        acts.getObject().release(id, caller.name());
        return one(caller, id);
    }

    @PostMapping("/files/{id}/refuse")
    @Operation(summary = "Take nothing of a file that a guard stopped")
    ErpFile refuse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestBody(required = false) @Nullable Reason body) {
        files.one(caller.creditors(), id);
        String reason =
                body == null || body.reason() == null || body.reason().isBlank() ? "no reason given" : body.reason();
        acts.getObject().refuse(id, reason, caller.name());
        return one(caller, id);
    }

    @PostMapping(path = "/sources/{source}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Drop a file for a source",
            description = "It is taken like one that the ERP put into the folder")
    Dropped drop(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String source,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream bytes = file.getInputStream()) {
            drop.drop(caller, source, name, bytes);
        }
        return new Dropped(source, name, file.getSize());
    }
}
