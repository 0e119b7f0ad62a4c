/** Tests of the package of the same name. */
@NullMarked
package dev.flagrant.benchmarks.report;

import org.jspecify.annotations.NullMarked;
