/** The workloads, written once for all maps, and their JMH benchmarks. */
@NullMarked
package dev.flagrant.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
