@NullMarked
package dev.flagrant.lincheck.linearizable;

import org.jspecify.annotations.NullMarked;
