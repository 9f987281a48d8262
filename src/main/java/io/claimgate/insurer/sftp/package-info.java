/** One SFTP server, the way a careful client treats it: pinned host key, public key only, nothing overwritten, no folder made. */
@org.jspecify.annotations.NullMarked
package io.claimgate.insurer.sftp;
