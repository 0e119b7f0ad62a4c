@NullMarked
package dev.flagrant.stress.run;

import org.jspecify.annotations.NullMarked;
