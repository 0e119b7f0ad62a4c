/** Writers against writers. */
@NullMarked
package dev.flagrant.stress.writewrite;

import org.jspecify.annotations.NullMarked;
