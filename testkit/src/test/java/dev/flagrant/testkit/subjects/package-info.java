/** Maps of every bad kind, and classes that are no maps to be checked. */
@NullMarked
package dev.flagrant.testkit.subjects;

import org.jspecify.annotations.NullMarked;
