@NullMarked
package dev.flagrant.map.runtime;

import org.jspecify.annotations.NullMarked;
