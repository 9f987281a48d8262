/** ERP folders: the drop scan, parsers, acknowledgements. */
@org.jspecify.annotations.NullMarked
package io.claimgate.files;
