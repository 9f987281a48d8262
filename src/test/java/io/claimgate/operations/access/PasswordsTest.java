package io.claimgate.operations.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {

    private static final int COST = "{bcrypt}$2a$10$".length();

    private final List<String> compared = new ArrayList<>();
    private final PasswordEncoder slow = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final PasswordEncoder passwords = new VerifiedPasswords(new Watched());

    @Test
    void to_find_out_that_nobody_has_a_name_costs_as_much_as_a_wrong_password() {
        assertThat(AccountAuthentication.NOBODYS)
                .hasSameSizeAs(slow.encode("any"))
                .startsWith(slow.encode("any").substring(0, COST));
        assertThat(slow.matches("", AccountAuthentication.NOBODYS)).isFalse();
    }

    @Test
    void a_password_is_compared_once_and_one_that_was_just_set_never() {
        // Given
        String set = passwords.encode("just set");
        String stored = slow.encode("stored");

        // When / Then
        assertThat(passwords.matches("just set", set)).isTrue();
        assertThat(compared).isEmpty();
        assertThat(passwords.matches("stored", stored)).isTrue();
        assertThat(passwords.matches("stored", stored)).isTrue();
        assertThat(compared).containsExactly(stored);
        assertThat(passwords.matches("just set", stored)).isFalse();
        assertThat(passwords.matches("stored", set)).isFalse();
        assertThat(compared).containsExactly(stored, stored, set);
    }

    private final class Watched implements PasswordEncoder {

        @Override
        public String encode(CharSequence rawPassword) {
            return slow.encode(rawPassword);
        }

        @Override
        public boolean matches(CharSequence rawPassword, String encodedPassword) {
            compared.add(encodedPassword);
            return slow.matches(rawPassword, encodedPassword);
        }
    }
}
