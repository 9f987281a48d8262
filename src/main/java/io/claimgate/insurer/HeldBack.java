package io.claimgate.insurer;

import java.io.IOException;

/** A call that was given up when its first byte was ready: the last look did not allow it. */
final class HeldBack extends IOException {
    HeldBack(String reason) {
        super(reason);
    }
}
