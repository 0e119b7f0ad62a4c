/** Readers and iterations among themselves: what must never be told of. */
@NullMarked
package dev.flagrant.stress.iterateiterate;

import org.jspecify.annotations.NullMarked;
