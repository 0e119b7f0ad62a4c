/** The {@code conformance} command. */
@NullMarked
package dev.flagrant.conformance.cli;

import org.jspecify.annotations.NullMarked;
