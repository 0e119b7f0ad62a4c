/** How a check is told: live, as a table, and as JSON. */
@NullMarked
package dev.flagrant.harness.report;

import org.jspecify.annotations.NullMarked;
