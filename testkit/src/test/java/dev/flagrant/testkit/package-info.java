/** Tests of the vocabulary. */
@NullMarked
package dev.flagrant.testkit;

import org.jspecify.annotations.NullMarked;
