package io.claimgate.operations.console;

import io.claimgate.operations.access.Caller;
import io.claimgate.operations.reading.Band;
import io.claimgate.operations.reading.Board;
import io.claimgate.operations.reading.Receivables;
import io.claimgate.operations.reading.Risk;
import io.claimgate.operations.reading.Slice;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page: what closes next and how much money is at risk. */
@Controller
class BoardPage {

    private static final int WEEKS = 12;
    private static final Slice SOME = new Slice(10, null);

    private final Board board;
    private final Risk risk;
    private final Receivables receivables;

    BoardPage(Board board, Risk risk, Receivables receivables) {
        this.board = board;
        this.risk = risk;
        this.receivables = receivables;
    }

    @GetMapping("/")
    String board(
            @AuthenticationPrincipal Caller caller,
            Board.Filter filter,
            @RequestParam(required = false) @Nullable String band,
            Slice slice,
            Model model) {
        Band only = Band.of(band);
        List<Board.Group> groups = Arrays.stream(Band.values())
                .filter(one -> only == null || one == only)
                .map(one -> board.group(caller.creditors(), one, filter, only == null ? SOME : slice))
                .filter(group -> only != null
                        || group.band() != Band.UNKNOWN
                        || !group.rows().items().isEmpty())
                .toList();
        model.addAttribute("groups", groups);
        model.addAttribute("only", only);
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", board.kinds(caller.creditors()));
        model.addAttribute("policies", board.policies(caller.creditors()));
        if (only == null) {
            model.addAttribute("risk", risk.summary(caller.creditors()));
            model.addAttribute("weeks", risk.weeks(caller.creditors(), WEEKS));
            model.addAttribute("states", receivables.countByState(caller.creditors()));
        }
        return "board";
    }
}
