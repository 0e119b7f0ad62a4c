/** Measures what the header comment of Go's map.go says of the choice of the load factor. */
@NullMarked
package dev.flagrant.conformance.load;

import org.jspecify.annotations.NullMarked;
