/** What the tests have in common: testkit's scenarios as JCStress tests, and their outcomes. */
@NullMarked
package dev.flagrant.stress.race;

import org.jspecify.annotations.NullMarked;
