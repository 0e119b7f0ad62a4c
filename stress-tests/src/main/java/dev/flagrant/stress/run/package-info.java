/** Runs the tests: which of them, on which JDK and how long, and keeps what they leave. */
@NullMarked
package dev.flagrant.stress.run;

import org.jspecify.annotations.NullMarked;
