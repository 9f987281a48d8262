/** What-if over HTTP: facts as JSON, the answer of the rules as JSON, and scenarios that are kept beside their policy as tests. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.scenario;
