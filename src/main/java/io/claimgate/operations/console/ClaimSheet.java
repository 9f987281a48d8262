package io.claimgate.operations.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.claimgate.operations.access.Creditors;
import io.claimgate.operations.acts.DocumentDesk;
import io.claimgate.operations.reading.Claim;
import io.claimgate.operations.reading.ClaimMoneys;
import io.claimgate.operations.reading.Claims;
import io.claimgate.operations.reading.Deadlines;
import io.claimgate.operations.reading.DossierRow;
import io.claimgate.operations.reading.Exchanges;
import io.claimgate.operations.reading.PostingList;
import io.claimgate.operations.reading.Results;
import io.claimgate.operations.reading.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers all that the page of one claim tells. */
@Component
class ClaimSheet {

    private static final TypeReference<List<Missing>> MISSING = new TypeReference<>() {};

    /** What the dossier still lacks. @param invoiceNumber null where one serves them all */
    record Missing(
            String kind,
            @Nullable String invoiceNumber,
            @Nullable String why) {}

    private final Claims claims;
    private final Deadlines deadlines;
    private final Results results;
    private final ClaimMoneys money;
    private final PostingList postings;
    private final Exchanges exchanges;
    private final ObjectMapper json;

    ClaimSheet(
            Claims claims,
            Deadlines deadlines,
            Results results,
            ClaimMoneys money,
            PostingList postings,
            Exchanges exchanges,
            ObjectMapper json) {
        this.claims = claims;
        this.deadlines = deadlines;
        this.results = results;
        this.money = money;
        this.postings = postings;
        this.exchanges = exchanges;
        this.json = json;
    }

    /** Throws {@link io.claimgate.operations.ApiProblem} 404. */
    void fill(Creditors seen, String claimKey, Model page) {
        Claim claim = claims.one(seen, claimKey);
        page.addAttribute("claim", claim);
        page.addAttribute("steps", Step.of(claim.history() == null ? List.of() : claim.history()));
        page.addAttribute(
                "clocks",
                deadlines.ofExposure(seen, claim.exposureId()).stream()
                        .filter(clock -> clock.episode() == claim.episode())
                        .toList());
        page.addAttribute("missing", missing(claim.dossier()));
        page.addAttribute("kinds", DocumentDesk.kinds());
        page.addAttribute(
                "results", results.page(seen, new Results.Filter(claimKey, null, null, null, null), Slice.first()));
        page.addAttribute("money", money.of(seen, claimKey));
        page.addAttribute("postings", postings.ofClaim(seen, claimKey));
        page.addAttribute(
                "messages",
                exchanges.messages(seen, new Exchanges.MessageFilter(claimKey, null, null, null), Slice.first()));
    }

    private List<Missing> missing(@Nullable DossierRow dossier) {
        if (dossier == null) {
            return List.of();
        }
        try {
            return json.readValue(dossier.missing(), MISSING);
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("dossier.missing is none of ours: " + dossier.missing(), foreign);
        }
    }
}
