package io.claimgate.sandbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that the simulated insurer has decided.
 *
 * @param fields the notification's fields by their names, as text
 * @param via by which ways it tells it
 * @param decidedAt business time
 */
record InsurersWord(
        String messageId,
        String claimKey,
        String insurerClaimNumber,
        Kind kind,
        Map<String, String> fields,
        Via via,
        Instant decidedAt) {

    InsurersWord {
        fields = Map.copyOf(fields);
    }

    enum Kind {
        STATUS,
        SETTLEMENT,
        DOCUMENTS_REQUEST
    }

    enum Via {
        /** It calls us. */
        PUSH,
        /** It waits on its list until it is asked. */
        POLL,
        BOTH;

        static Via of(@Nullable String word) {
            return word == null
                    ? PUSH
                    : Stream.of(values())
                            .filter(via -> via.name().toLowerCase(Locale.ROOT).equals(word))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException("via \"" + word + "\": not one of push, poll, both"));
        }

        boolean pushed() {
            return this != POLL;
        }

        boolean listed() {
            return this != PUSH;
        }
    }

    @Nullable
    String field(String name) {
        return fields.get(name);
    }

    String needed(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": is missing; give it");
        }
        return value;
    }
}
