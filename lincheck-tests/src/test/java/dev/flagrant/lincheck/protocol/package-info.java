@NullMarked
package dev.flagrant.lincheck.protocol;

import org.jspecify.annotations.NullMarked;
