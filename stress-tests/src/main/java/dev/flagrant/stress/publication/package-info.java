/** Maps handed to another thread by a race. */
@NullMarked
package dev.flagrant.stress.publication;

import org.jspecify.annotations.NullMarked;
