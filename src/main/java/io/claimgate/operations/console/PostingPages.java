package io.claimgate.operations.console;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.acts.BatchDesk;
import io.claimgate.operations.reading.PostingList;
import io.claimgate.operations.reading.Slice;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entries for the books of the ERPs, and the files of them that a person is asked about. */
@Controller
class PostingPages {

    private static final String PAGE = "/postings";
    private static final List<String> STATES = List.of("OPEN", "FIXED", "WRITTEN", "CONFIRMED", "REFUSED");

    private final PostingList postings;
    private final BatchDesk desk;

    PostingPages(PostingList postings, BatchDesk desk) {
        this.postings = postings;
        this.desk = desk;
    }

    @GetMapping(PAGE)
    String list(@AuthenticationPrincipal Caller caller, PostingList.Filter filter, Slice slice, Model model) {
        model.addAttribute("page", postings.page(caller.creditors(), filter, slice));
        model.addAttribute("doubtful", postings.doubtful(caller.creditors()));
        model.addAttribute("filter", filter);
        model.addAttribute("states", STATES);
        return "postings";
    }

    @PostMapping("/postings/batches/{id}/written")
    String written(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return Said.after(flash, PAGE, "The file counts as written.", () -> desk.written(caller, id, reason));
    }

    @PostMapping("/postings/batches/{id}/write-again")
    String writeAgain(
            @AuthenticationPrincipal Caller caller,
            @PathVariable long id,
            @RequestParam String reason,
            RedirectAttributes flash) {
        return Said.after(
                flash, PAGE, "The same bytes are written once more.", () -> desk.writeAgain(caller, id, reason));
    }
}
