package io.claimgate.laboratory.sweep;

import io.claimgate.exchange.PartnerFailure;
import io.claimgate.flow.Vault;
import io.claimgate.flow.bookkeeping.OutFolder;
import io.claimgate.flow.declaration.InsurerChannel;
import io.claimgate.flow.declaration.InsurerChannels;
import io.claimgate.flow.intake.Answers;
import io.claimgate.flow.settlement.ResultList;
import io.claimgate.flow.settlement.ResultLists;
import io.claimgate.flow.transfer.DocumentChannel;
import io.claimgate.flow.transfer.DocumentChannels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The ports of the flow, whose calls are operations. */
final class Mortal {

    private final Operations operations;

    Mortal(Operations operations) {
        this.operations = operations;
    }

    Vault over(Vault real) {
        return port(Vault.class, real, Operations.Kind.VAULT, Set.of("put"), Mortal::full);
    }

    Answers over(Answers real) {
        return port(Answers.class, real, Operations.Kind.ANSWER, Set.of("acknowledge", "hold"), Mortal::full);
    }

    OutFolder over(OutFolder real) {
        return port(
                OutFolder.class,
                real,
                Operations.Kind.OUT,
                Set.of("stage", "publish"),
                () -> new PartnerFailure.Transient("no space left on device", null));
    }

    DocumentChannels over(DocumentChannels real) {
        return insurer -> real.of(insurer).stream()
                .map(channel -> port(
                        DocumentChannel.class,
                        channel,
                        Operations.Kind.DOCUMENT,
                        Set.of("send", "look"),
                        () -> new IllegalStateException("the call broke")))
                .toList();
    }

    ResultLists over(ResultLists real) {
        return new ResultLists() {
            @Override
            public Collection<String> insurers() {
                return real.insurers();
            }

            @Override
            public Optional<ResultList> of(String insurer) {
                return real.of(insurer)
                        .map(list -> port(
                                ResultList.class,
                                list,
                                Operations.Kind.RESULTS,
                                Set.of("since"),
                                () -> new IllegalStateException("the call broke")));
            }
        };
    }

    InsurerChannels over(InsurerChannels real) {
        return insurer -> port(
                InsurerChannel.class,
                real.of(insurer),
                Operations.Kind.INSURER,
                Set.of("declare", "change", "ask"),
                () -> new IllegalStateException("the call broke"));
    }

    private <T> T port(
            Class<T> type, T real, Operations.Kind kind, Set<String> methods, Supplier<? extends Exception> failure) {
        return MortalDataSource.wrapped(type, (proxy, method, arguments) -> {
            if (methods.contains(method.getName())) {
                return operations.around(kind, () -> MortalDataSource.invoke(real, method, arguments), failure);
            }
            operations.alive();
            return MortalDataSource.invoke(real, method, arguments);
        });
    }

    private static UncheckedIOException full() {
        return new UncheckedIOException(new IOException("no space left on device"));
    }
}
