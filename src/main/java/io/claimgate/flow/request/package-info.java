/**
 * What one person asks for and another one must confirm: one mechanism for every act that overrides the machine or its guards.
 */
@org.jspecify.annotations.NullMarked
package io.claimgate.flow.request;
