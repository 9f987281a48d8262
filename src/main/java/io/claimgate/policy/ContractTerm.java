package io.claimgate.policy;

/**
 * One policy of a contract in the version whose rules are applied.
 *
 * @param version 1 for the first content that was ever loaded; deadlines keep the version that made them
 */
public record ContractTerm(Policy policy, int version) {}
