package io.claimgate.operations.rest;

import io.claimgate.flow.Vault;
import io.claimgate.operations.Page;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.Exchanges;
import io.claimgate.operations.reading.Message;
import io.claimgate.operations.reading.Slice;
import io.claimgate.operations.reading.Submission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every attempt, and every byte in and out. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Exchanges", description = "Submissions to insurers and the messages of both ways")
class ExchangesController {

    private final Exchanges exchanges;
    private final Vault vault;

    ExchangesController(Exchanges exchanges, Vault vault) {
        this.exchanges = exchanges;
        this.vault = vault;
    }

    @GetMapping("/submissions")
    @Operation(summary = "Attempts to hand a claim to an insurer, newest first")
    Page<Submission> submissions(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject Exchanges.SubmissionFilter filter,
            @ParameterObject Slice slice) {
        return exchanges.submissions(caller.creditors(), filter, slice);
    }

    @GetMapping("/messages")
    @Operation(summary = "Messages to and from partners, newest first")
    Page<Message> messages(
            @AuthenticationPrincipal Caller caller,
            @ParameterObject Exchanges.MessageFilter filter,
            @ParameterObject Slice slice) {
        return exchanges.messages(caller.creditors(), filter, slice);
    }

    @GetMapping("/messages/{id}/payload")
    @Operation(summary = "The bytes of a message, credentials stripped", description = "Right auditor")
    ResponseEntity<Resource> payload(@AuthenticationPrincipal Caller caller, @PathVariable long id) throws IOException {
        Message message = exchanges.message(caller.creditors(), id);
        String ending = message.contentType().contains("xml") ? ".xml" : ".bin";
        return Attachments.of(vault, message.sha256(), "message-" + id + ending);
    }
}
