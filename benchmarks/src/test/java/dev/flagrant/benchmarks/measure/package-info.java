/** Tests of the package of the same name. */
@NullMarked
package dev.flagrant.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
