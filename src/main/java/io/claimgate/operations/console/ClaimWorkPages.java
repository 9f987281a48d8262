package io.claimgate.operations.console;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.ChangeDesk;
import io.claimgate.operations.acts.DocumentDesk;
import io.claimgate.operations.acts.SettlementDesk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an operator does to a claim that the insurer has: evidence, money, its end. */
@Controller
class ClaimWorkPages {

    private final DocumentDesk documents;
    private final ChangeDesk changes;
    private final SettlementDesk settlements;

    ClaimWorkPages(DocumentDesk documents, ChangeDesk changes, SettlementDesk settlements) {
        this.documents = documents;
        this.changes = changes;
        this.settlements = settlements;
    }

    @PostMapping(path = "/claims/{claimKey}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @RequestParam("file") MultipartFile file,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String language,
            RedirectAttributes flash) {
        DocumentDesk.Form form = new DocumentDesk.Form(kind, language, file.getOriginalFilename(), file.getSize());
        return Said.after(flash, "/claims/" + claimKey, "The claim has the document.", () -> {
            try (InputStream bytes = file.getInputStream()) {
                documents.add(caller, claimKey, form, bytes);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    @PostMapping("/claims/{claimKey}/remittances/{id}/remitted")
    String remitted(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam String reference,
            RedirectAttributes flash) {
        return Said.after(
                flash,
                "/claims/" + claimKey,
                "The remittance is recorded.",
                () -> settlements.remitted(caller, claimKey, id, date, reference));
    }

    @PostMapping("/claims/{claimKey}/changes/{number}/release")
    String release(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @PathVariable int number,
            RedirectAttributes flash) {
        return Said.after(
                flash,
                "/claims/" + claimKey,
                "The change goes to the insurer.",
                () -> changes.release(caller, claimKey, number));
    }

    @PostMapping("/claims/{claimKey}/changes/{number}/told-manually")
    String toldManually(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @PathVariable int number,
            @RequestParam String reference,
            @RequestParam Instant at,
            @RequestParam String evidence,
            RedirectAttributes flash) {
        return Said.after(
                flash,
                "/claims/" + claimKey,
                "It is recorded; a second person who says the same confirms it.",
                () -> changes.toldManually(caller, claimKey, number, reference, at, evidence));
    }

    @PostMapping("/claims/{claimKey}/close")
    String close(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String claimKey,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return Said.after(
                flash,
                "/claims/" + claimKey,
                "The claim is closed.",
                () -> settlements.close(caller, claimKey, reason));
    }
}
