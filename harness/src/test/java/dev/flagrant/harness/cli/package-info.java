/** Tests of the command line. */
@NullMarked
package dev.flagrant.harness.cli;

import org.jspecify.annotations.NullMarked;
