/** A writer against a reader. */
@NullMarked
package dev.flagrant.stress.readwrite;

import org.jspecify.annotations.NullMarked;
