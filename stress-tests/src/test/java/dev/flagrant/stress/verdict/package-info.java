@NullMarked
package dev.flagrant.stress.verdict;

import org.jspecify.annotations.NullMarked;
