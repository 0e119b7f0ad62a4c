/** The instruments, each run in JVMs or processes of its own. */
@NullMarked
package dev.flagrant.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
