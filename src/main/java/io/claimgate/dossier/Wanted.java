package io.claimgate.dossier;

import io.claimgate.policy.DocumentTerms;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which kinds of documents a claim needs, and why. */
public record Wanted(SortedMap<DocumentKind, Want> kinds) {

    /**
     * One kind.
     *
     * @param why in words
     * @param since when the insurer asked for it: what it had before does not count; null where only the policy wants it
     */
    public record Want(String why, @Nullable Instant since) {}

    public Wanted {
        kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    }

    /**
     * What the policy wants for the cause of loss and the buyer's country, and what the insurer asked for.
     *
     * @param policy its name, for the reasons
     * @param country the buyer's, ISO 3166-1 alpha-2
     */
    public static Wanted of(
            DocumentTerms terms, String policy, String cause, String country, Collection<Requested> requests) {
        SortedMap<DocumentKind, Want> kinds = new TreeMap<>();
        for (String kind : terms.required().getOrDefault(cause, List.of())) {
            kinds.put(DocumentKind.valueOf(kind), new Want("policy " + policy + " wants it for " + cause, null));
        }
        for (String kind : terms.byCountry().getOrDefault(country, List.of())) {
            kinds.putIfAbsent(
                    DocumentKind.valueOf(kind),
                    new Want("policy " + policy + " wants it for buyers in " + country, null));
        }
        requests.forEach(request -> kinds.merge(request.kind(), asked(request), Wanted::later));
        return new Wanted(kinds);
    }

    /** Whether a document goes to the insurer: what is wanted does, and what somebody tied to the very claim. Nothing else leaves. */
    public boolean travels(Document document) {
        return kinds.containsKey(document.kind()) || document.tie() instanceof Document.ToClaim;
    }

    private static Want asked(Requested request) {
        String note = request.note();
        return new Want("the insurer asked for it" + (note == null ? "" : ": " + note), request.at());
    }

    private static Want later(Want before, Want now) {
        Instant since = before.since();
        return since != null && now.since() != null && since.isAfter(now.since()) ? before : now;
    }
}
