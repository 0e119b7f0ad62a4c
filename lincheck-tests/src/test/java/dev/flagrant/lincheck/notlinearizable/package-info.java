@NullMarked
package dev.flagrant.lincheck.notlinearizable;

import org.jspecify.annotations.NullMarked;
