/** What is shown, read through the SQL views, always inside the creditors of who asks. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.reading;
