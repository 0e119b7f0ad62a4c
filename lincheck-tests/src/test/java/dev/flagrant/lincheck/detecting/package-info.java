@NullMarked
package dev.flagrant.lincheck.detecting;

import org.jspecify.annotations.NullMarked;
