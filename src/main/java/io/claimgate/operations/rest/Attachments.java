package io.claimgate.operations.rest;

import io.claimgate.flow.Vault;
import io.claimgate.operations.ApiProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Bytes of others, given out so that no browser shows or runs them. */
final class Attachments {

    private Attachments() {}

    static ResponseEntity<Resource> of(Vault vault, @Nullable String sha256, String name) throws IOException {
        Path bytes = sha256 == null ? null : vault.path(sha256);
        if (bytes == null || !Files.isRegularFile(bytes)) {
            throw ApiProblem.notFound("content of " + name);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(Files.size(bytes))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .body(new FileSystemResource(bytes));
    }
}
