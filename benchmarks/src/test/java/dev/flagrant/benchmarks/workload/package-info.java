/** Tests of the package of the same name. */
@NullMarked
package dev.flagrant.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
