/**
 * The check: every scenario and its locked control, and what they say together about a map.
 *
 * <p>{@link dev.flagrant.harness.check.Verdict} holds the rules.
 */
@NullMarked
package dev.flagrant.harness.check;

import org.jspecify.annotations.NullMarked;
