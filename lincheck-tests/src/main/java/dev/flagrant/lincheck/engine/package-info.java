/**
 * Races of testkit under Lincheck's model checker.
 *
 * <p>The model checker runs the threads of a scenario one at a time and switches between them at
 * accesses to shared memory, each time elsewhere. It assumes sequential consistency.
 */
@NullMarked
package dev.flagrant.lincheck.engine;

import org.jspecify.annotations.NullMarked;
