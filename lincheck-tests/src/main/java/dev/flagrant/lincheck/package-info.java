/** What Lincheck, and an explorer that is not Lincheck, say about the map and its guards. */
@NullMarked
package dev.flagrant.lincheck;

import org.jspecify.annotations.NullMarked;
