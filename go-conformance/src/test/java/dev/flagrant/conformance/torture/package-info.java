/**
 * Torture: threads race every operation of {@link java.util.Map}, and Go's, on one map after
 * another. A detection or an answer may come out, and nothing else.
 */
@NullMarked
package dev.flagrant.conformance.torture;

import org.jspecify.annotations.NullMarked;
