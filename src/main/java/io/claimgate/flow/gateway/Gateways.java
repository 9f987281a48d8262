package io.claimgate.flow.gateway;

import java.util.List;

/** Signs of life, judged by database time. All calls join the caller's transaction. */
public interface Gateways {

    /** It is there now. */
    void seen(Gateway gateway);

    /** It has ended in good order. */
    void left(String name);

    /** Those that gave a sign of life in the last half minute, by name. */
    List<Gateway> alive();
}
