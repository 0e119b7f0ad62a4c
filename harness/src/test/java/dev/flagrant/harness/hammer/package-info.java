/** Tests of the hammer: each outcome from a map known to have it. */
@NullMarked
package dev.flagrant.harness.hammer;

import org.jspecify.annotations.NullMarked;
