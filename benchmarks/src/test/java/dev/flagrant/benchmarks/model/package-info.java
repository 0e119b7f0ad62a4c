/** Tests of the package of the same name. */
@NullMarked
package dev.flagrant.benchmarks.model;

import org.jspecify.annotations.NullMarked;
