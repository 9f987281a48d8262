/** Files from an ERP: canonical rows and their rules, acknowledgements, rejects. */
@org.jspecify.annotations.NullMarked
package io.claimgate.feed;
