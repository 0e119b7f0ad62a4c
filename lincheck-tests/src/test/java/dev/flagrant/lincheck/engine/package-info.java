@NullMarked
package dev.flagrant.lincheck.engine;

import org.jspecify.annotations.NullMarked;
