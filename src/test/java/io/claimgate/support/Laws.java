package io.claimgate.support;

/**
 * The seed of the laws' generated cases. The gate tries the same ones every time: it judges a change, not luck. Whoever wants to find what
 * nobody thought of takes {@code seed = Laws.SEED} from a property, or writes another number, and adds tries by
 * {@code -Djqwik.tries.default=20000}.
 */
public final class Laws {

    public static final String SEED = "20261125";

    private Laws() {}
}
