package io.claimgate.catalogue;

import io.claimgate.dossier.DocumentKind;
import io.claimgate.feed.ErpSource;
import io.claimgate.feed.FeedKind;
import io.claimgate.policy.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the documents that a policy wants can come: from a feed of documents, whose side files may name any kind, from the gateway itself,
 * or from people, where the policy says so. What cannot come would leave every dossier incomplete until its clock has run out.
 */
final class DocumentSupply {

    private static final Set<DocumentKind> OUR_OWN =
            EnumSet.of(DocumentKind.STATEMENT, DocumentKind.REMINDER, DocumentKind.FORMAL_NOTICE);

    private final Policy policy;
    private final Section file;
    private final Collection<ErpSource> erps;

    DocumentSupply(Policy policy, Section file, Collection<ErpSource> erps) {
        this.policy = policy;
        this.file = file;
        this.erps = erps;
    }

    /** @param kind of document, as the policy names it */
    record Fault(int line, String kind, String detail) {}

    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (String creditor : policy.creditors()) {
            List<ErpSource> serving = erps.stream()
                    .filter(source -> source.creditor().all().contains(creditor))
                    .toList();
            if (!serving.isEmpty() && serving.stream().noneMatch(DocumentSupply::bringsDocuments)) {
                wanting(creditor, serving, faults);
            }
        }
        return faults;
    }

    private void wanting(String creditor, List<ErpSource> serving, List<Fault> faults) {
        Section documents = file.section("documents");
        if (documents == null) {
            return;
        }
        String detail = "no feed of " + creditor + " brings it ("
                + serving.stream().map(ErpSource::source).collect(Collectors.joining(", "))
                + "); add a feed of kind documents, or name it under documents, byHand, where people upload it";
        List<String> byHand = documents.texts("byHand");
        policy.documents().required().forEach((cause, kinds) -> {
            Section required = Objects.requireNonNull(documents.section(cause));
            fault(kinds, byHand, required.line("required"), detail, faults);
        });
        policy.documents().byCountry().forEach((country, kinds) -> {
            Section countries = Objects.requireNonNull(documents.section("byCountry"));
            fault(kinds, byHand, countries.line(country), detail, faults);
        });
    }

    private static void fault(List<String> kinds, List<String> byHand, int line, String detail, List<Fault> faults) {
        kinds.stream()
                .filter(kind -> !OUR_OWN.contains(DocumentKind.valueOf(kind)) && !byHand.contains(kind))
                .forEach(kind -> faults.add(new Fault(line, kind, detail)));
    }

    private static boolean bringsDocuments(ErpSource source) {
        return source.feeds().stream().anyMatch(feed -> feed.kind() == FeedKind.DOCUMENTS);
    }
}
