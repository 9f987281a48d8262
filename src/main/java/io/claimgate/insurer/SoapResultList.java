package io.claimgate.insurer;

import io.claimgate.exchange.InsurerProfile;
import io.claimgate.flow.declaration.InsurerChannel.Traffic;
import io.claimgate.flow.settlement.ResultList;
import io.claimgate.flow.settlement.Told;
import io.claimgate.flow.settlement.Told.Channel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The list that an insurer keeps at its SOAP service. */
final class SoapResultList implements ResultList {

    static final String LIST = "list";

    private final InsurerProfile profile;
    private final String operation;
    private final PartnerWords words;
    private final SoapCaller caller;

    SoapResultList(InsurerProfile profile, String operation, PartnerWords words, SoapCaller caller) {
        this.profile = profile;
        this.operation = operation;
        this.words = words;
        this.caller = caller;
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public Listing since(@Nullable String cursor) {
        byte[] question = words.list(cursor);
        SoapCaller.Called called = caller.ask(profile, LIST, question);
        Wire wire = called.wire();
        Traffic traffic = new Traffic(question, wire.response(), wire.contentType());
        byte[] soap = wire.soap();
        Optional<Envelope> envelope = soap == null ? Optional.empty() : Envelope.read(soap);
        if (called.failure() != null || envelope.isEmpty() || envelope.get().fault()) {
            return new NoPage(
                    Trouble.of(words, envelope, wire, called.failure()).sentence(), traffic);
        }
        try {
            CanonicalResults listed = words.results(envelope.get().content());
            return new Page(told(listed), listed.cursor(), traffic);
        } catch (SAXException e) {
            return new NoPage("the list is not understood: " + Trouble.shortened(e.getMessage()), traffic);
        }
    }

    private List<Told> told(CanonicalResults listed) {
        return listed.results().stream()
                .map(one -> new Told(
                        profile.insurer(),
                        Channel.POLL,
                        one.about(),
                        one.result(),
                        operation,
                        one.canonical(),
                        "application/xml"))
                .toList();
    }
}
