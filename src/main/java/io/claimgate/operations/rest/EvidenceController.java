package io.claimgate.operations.rest;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.evidence.EvidenceExport;
import io.claimgate.operations.reading.ClaimEvidence;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The evidence of a claim. */
@RestController
@RequestMapping("/api/v1/claims")
@Tag(name = "Claims")
class EvidenceController {

    private final EvidenceExport export;

    EvidenceController(EvidenceExport export) {
        this.export = export;
    }

    @GetMapping(value = "/{claimKey}/evidence", produces = "application/zip")
    @Operation(
            summary = "One ZIP that proves how a claim was handled",
            description =
                    "Right auditor. Every byte sent and received, documents, dates with their explanation, and the sealed history with"
                            + " its proof; README.txt in it tells how to check it without the gateway")
    void evidence(@AuthenticationPrincipal Caller caller, @PathVariable String claimKey, HttpServletResponse response)
            throws IOException {
        ClaimEvidence.Subject subject = export.subject(caller, claimKey);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(subject.claimKey() + "-evidence.zip")
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        export.write(caller, subject, response.getOutputStream());
    }
}
