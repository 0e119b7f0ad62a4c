/** The races of the other packages without the race: under one lock, or without a write. */
@NullMarked
package dev.flagrant.stress.control;

import org.jspecify.annotations.NullMarked;
