package io.claimgate.operations.rest;

import io.claimgate.flow.Vault;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.DocumentDesk;
import io.claimgate.operations.reading.ClaimDocument;
import io.claimgate.operations.reading.EvidenceFiles;
import io.claimgate.operations.reading.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The evidence of claims. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Documents", description = "The evidence of claims")
class DocumentsController {

    private final EvidenceFiles documents;
    private final DocumentDesk desk;
    private final Vault vault;

    DocumentsController(EvidenceFiles documents, DocumentDesk desk, Vault vault) {
        this.documents = documents;
        this.desk = desk;
        this.vault = vault;
    }

    @GetMapping("/claims/{claimKey}/documents")
    @Operation(summary = "All that serves a claim: its own documents, its receivables' and its buyer's")
    Page<ClaimDocument> list(
            @AuthenticationPrincipal Caller caller, @PathVariable String claimKey, @ParameterObject Slice slice) {
        return documents.page(caller.creditors(), claimKey, slice);
    }

    @PostMapping(path = "/claims/{claimKey}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Add a document to a claim",
            description = "201 with the document; 200 where the claim had the same bytes as this kind already")
    ResponseEntity<ClaimDocument> add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @RequestPart("file") MultipartFile file,
            @RequestParam("kind") String kind,
            @RequestParam(name = "language", required = false) @Nullable String language)
            throws IOException {
        DocumentDesk.Form form = new DocumentDesk.Form(kind, language, file.getOriginalFilename(), file.getSize());
        try (InputStream bytes = file.getInputStream()) {
            DocumentDesk.Added added = desk.add(caller, claimKey, form, bytes);
            return ResponseEntity.status(added.created() ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(added.document());
        }
    }

    @GetMapping("/documents/{id}/content")
    @Operation(summary = "The bytes of a document as they came", description = "Right auditor")
    ResponseEntity<Resource> content(@AuthenticationPrincipal Caller caller, @PathVariable long id) throws IOException {
        ClaimDocument document = documents.one(caller.creditors(), id);
        return Attachments.of(vault, document.sha256(), document.name());
    }
}
