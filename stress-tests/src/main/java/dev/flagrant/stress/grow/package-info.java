/** Races in a map that is growing, or has to. */
@NullMarked
package dev.flagrant.stress.grow;

import org.jspecify.annotations.NullMarked;
