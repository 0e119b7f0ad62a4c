@NullMarked
package dev.flagrant.lincheck.crosscheck;

import org.jspecify.annotations.NullMarked;
