package io.claimgate.operations.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.FileActs;
import io.claimgate.operations.reading.ErpFile;
import io.claimgate.operations.reading.Files;
import io.claimgate.operations.reading.Slice;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files from the ERPs: what was answered, and what waits for a person. */
@Controller
class FilePages {

    private static final TypeReference<List<Map<String, Object>>> REASONS = new TypeReference<>() {};

    private final Files files;
    private final ObjectProvider<FileActs> acts;
    private final ObjectMapper json;

    FilePages(Files files, ObjectProvider<FileActs> acts, ObjectMapper json) {
        this.files = files;
        this.acts = acts;
        this.json = json;
    }

    @GetMapping("/files")
    String list(@AuthenticationPrincipal Caller caller, Files.Filter filter, Slice slice, Model model) {
        model.addAttribute("page", files.page(caller.creditors(), filter, slice));
        model.addAttribute("filter", filter);
        return "files";
    }

    @GetMapping("/files/{id}")
    String one(@AuthenticationPrincipal Caller caller, @PathVariable long id, Slice slice, Model model)
            throws JsonProcessingException {
        ErpFile file = files.one(caller.creditors(), id);
        model.addAttribute("file", file);
        model.addAttribute("reasons", json.readValue(file.reasons(), REASONS));
        model.addAttribute("faults", files.faults(caller.creditors(), id, true, slice));
        return "file";
    }

    @PostMapping("/files/{id}/release")
    String release(@AuthenticationPrincipal Caller caller, @PathVariable long id, RedirectAttributes flash) {
        files.one(caller.creditors(), id);
        return Said.after(
                flash,
                "/files/" + id,
                "The file is released.",
                () -> acts.getObject().release(id, caller.name()));
    }

    @PostMapping("/files/{id}/refuse")
    String refuse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam String reason,
            RedirectAttributes flash) {
        files.one(caller.creditors(), id);
        return Said.after(
                flash,
                "/files/" + id,
                "The file is refused.",
                () -> acts.getObject().refuse(id, reason, caller.name()));
    }
}
