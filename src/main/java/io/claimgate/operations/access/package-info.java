/** Who may do what: accounts, login, rights, creditors, and the doors of the web server. */
@org.jspecify.annotations.NullMarked
package io.claimgate.operations.access;
