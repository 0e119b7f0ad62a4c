/** Tests of the verdicts. */
@NullMarked
package dev.flagrant.harness.check;

import org.jspecify.annotations.NullMarked;
