/** Maps known to be good or bad, each in its own way. */
@NullMarked
package dev.flagrant.harness.subjects;

import org.jspecify.annotations.NullMarked;
