/** The maps that are compared, behind one small adapter. */
@NullMarked
package dev.flagrant.benchmarks.maps;

import org.jspecify.annotations.NullMarked;
