package io.claimgate.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names a claim for ever. */
class ClaimKeyTest {

    private static final ReceivableKey GOVERNING = new ReceivableKey("ACME-FR", "F-1", 1);

    @Test
    void the_same_loss_has_the_same_key_for_ever() {
        // When
        ClaimKey key = ClaimKey.of("ACME-2025", GOVERNING, 1);

        // Then the value that went to insurers once must never change
        assertThat(key.value()).isEqualTo("CG-5FBWWZDV-A9FBHZFX-8WFFS24P-TCQAKR1Y");
    }

    @ParameterizedTest
    @CsvSource({
        "ACME-2026, ACME-FR, F-1, 1, 1",
        "ACME-2025, ACME-BE, F-1, 1, 1",
        "ACME-2025, ACME-FR, F-2, 1, 1",
        "ACME-2025, ACME-FR, F-1, 2, 1",
        "ACME-2025, ACME-FR, F-1, 1, 2",
        "ACME-2025, ACME-FR, F-11, 1, 1",
        "ACME-2025, ACME-FRF, -1, 1, 1"
    })
    void any_other_loss_has_another(String contract, String creditor, String invoice, int instalment, int episode) {
        // When
        ClaimKey other = ClaimKey.of(contract, new ReceivableKey(creditor, invoice, instalment), episode);

        // Then
        assertThat(other).isNotEqualTo(ClaimKey.of("ACME-2025", GOVERNING, 1));
    }

    @Test
    void a_hundred_thousand_losses_have_as_many_keys_of_the_agreed_shape() {
        // When
        Set<String> keys = new HashSet<>();
        for (int invoice = 0; invoice < 100_000; invoice++) {
            keys.add(ClaimKey.of("ACME-2025", new ReceivableKey("ACME-FR", "F-" + invoice, 1), 1)
                    .value());
        }

        // Then
        assertThat(keys).hasSize(100_000).allMatch(key -> key.matches("[A-Z0-9-]{1,40}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cg-1", "CG 1", "CG_1", "CG-ÄÖÜ", "12345678901234567890123456789012345678901"})
    void what_is_no_key_is_refused_by_name(String text) {
        assertThatThrownBy(() -> new ClaimKey(text)).hasMessageContaining("\"" + text + "\"");
    }
}
