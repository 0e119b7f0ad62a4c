@NullMarked
package dev.flagrant.stress.race;

import org.jspecify.annotations.NullMarked;
