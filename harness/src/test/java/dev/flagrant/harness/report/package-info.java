/** Tests of the reports. */
@NullMarked
package dev.flagrant.harness.report;

import org.jspecify.annotations.NullMarked;
