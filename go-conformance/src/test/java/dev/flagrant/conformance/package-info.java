/** Tests of the conformance kit, and of GoMap by it. */
@NullMarked
package dev.flagrant.conformance;

import org.jspecify.annotations.NullMarked;
