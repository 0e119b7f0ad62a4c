/** The command's options, and what is said of wrong ones. */
@NullMarked
package dev.flagrant.harness.cli;

import org.jspecify.annotations.NullMarked;
