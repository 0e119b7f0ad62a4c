/** A look at the flags word from beside it, for tests of the word itself. */
@NullMarked
package dev.flagrant.map.runtime;

import org.jspecify.annotations.NullMarked;
