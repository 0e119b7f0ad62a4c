/** The {@code flagrant} command. */
@NullMarked
package dev.flagrant.harness;

import org.jspecify.annotations.NullMarked;
