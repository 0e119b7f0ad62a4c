/** Tests of the judge: every kind of history, good and bad, and a second, slower judge. */
@NullMarked
package dev.flagrant.testkit.judge;

import org.jspecify.annotations.NullMarked;
