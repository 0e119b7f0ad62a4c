/** Tests of the package of the same name. */
@NullMarked
package dev.flagrant.benchmarks.maps;

import org.jspecify.annotations.NullMarked;
