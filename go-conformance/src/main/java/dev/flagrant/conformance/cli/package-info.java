/** The {@code conformance} command, and how a command finds the classes that a person names. */
@NullMarked
package dev.flagrant.conformance.cli;

import org.jspecify.annotations.NullMarked;
