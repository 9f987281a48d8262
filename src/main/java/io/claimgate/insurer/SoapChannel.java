package io.claimgate.insurer;

import io.claimgate.claim.ClaimKey;
import io.claimgate.claim.Declaration;
import io.claimgate.exchange.Answer;
import io.claimgate.exchange.InsurerProfile;
import io.claimgate.exchange.Query;
import io.claimgate.flow.declaration.InsurerChannel;

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
                profile.settleTime(),
                profile.idempotentByClaimKey(),
                query != null,
                profile.soap().declare(),
                query == null ? "" : query);
    }

    @Override
    public byte[] render(Declaration declaration) {
        return words.declaration(declaration);
    }

    @Override
    public Reply<Answer> declare(ClaimKey key, byte[] payload) {
        SoapCaller.Called called = caller.call(profile, DECLARE, payload);
        return new Reply<>(reading.answer(key, called.wire(), called.failure()), traffic(payload, called));
    }

    @Override
    public Reply<Query> ask(ClaimKey key) {
        byte[] question = words.query(key);
        SoapCaller.Called called = caller.call(profile, QUERY, question);
        return new Reply<>(reading.query(key, called.wire(), called.failure()), traffic(question, called));
    }

    private static Traffic traffic(byte[] request, SoapCaller.Called called) {
        return new Traffic(request, called.wire().response(), called.wire().contentType());
    }
}
