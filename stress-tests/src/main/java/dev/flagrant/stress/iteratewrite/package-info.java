/** A writer against an iteration. */
@NullMarked
package dev.flagrant.stress.iteratewrite;

import org.jspecify.annotations.NullMarked;
