/** Looks where only the map's own package can look. */
@NullMarked
package dev.flagrant.map.runtime;

import org.jspecify.annotations.NullMarked;
