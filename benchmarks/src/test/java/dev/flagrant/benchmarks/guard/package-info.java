/** Tests of the package of the same name. */
@NullMarked
package dev.flagrant.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
