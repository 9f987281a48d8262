package io.claimgate.insurer;

import io.claimgate.claim.ChangeKind;
import io.claimgate.claim.Claim;
import io.claimgate.claim.ClaimChange;
import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.Query;
import io.claimgate.flow.LastLook;
import io.claimgate.flow.declaration.InsurerChannel;
import java.util.Locale;

/** An insurer with a SOAP service. */
final class SoapChannel implements InsurerChannel {

    static final String DECLARE = "declare";
    static final String QUERY = "query";

    private final InsurerProfile profile;
    private final PartnerWords words;
    private final Reading reading;
    private final SoapCaller caller;

    SoapChannel(InsurerProfile profile, PartnerWords words, SoapCaller caller) {
        this.profile = profile;
        this.words = words;
        this.reading = new Reading(words, profile.outcomes());
        this.caller = caller;
    }

    @Override
    public Terms terms() {
        String query = profile.soap().query();
        return new Terms(
                profile.insurer(),
                profile.timeouts().outer(),
                profile.settleTime(),
                profile.idempotentByClaimKey(),
                query != null,
                profile.soap().declare(),
                query == null ? "" : query,
                profile.soap().changes());
    }

    @Override
    public byte[] render(Declaration declaration) {
        return words.declaration(declaration);
    }

    @Override
    public Reply<Answer> declare(ClaimKey key, byte[] payload, LastLook look) {
        SoapCaller.Called called = caller.tell(profile, DECLARE, payload, look);
        return new Reply<>(reading.answer(key, called.wire(), called.failure()), traffic(payload, called));
    }

    @Override
    public byte[] render(Claim claim, ClaimChange change) {
        return words.change(claim, change);
    }

    @Override
    public Reply<Answer> change(ClaimKey key, ChangeKind kind, int number, byte[] payload, LastLook look) {
        SoapCaller.Called called = caller.tell(profile, call(kind), payload, look);
        return new Reply<>(reading.change(key, number, called.wire(), called.failure()), traffic(payload, called));
    }

    /** Its call, route and stylesheet. */
    static String call(ChangeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Reply<Query> ask(ClaimKey key) {
        byte[] question = words.query(key);
        SoapCaller.Called called = caller.ask(profile, QUERY, question);
        return new Reply<>(reading.query(key, called.wire(), called.failure()), traffic(question, called));
    }

    private static Traffic traffic(byte[] request, SoapCaller.Called called) {
        return new Traffic(request, called.wire().response(), called.wire().contentType());
    }
}
