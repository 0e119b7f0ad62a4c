/** Hash flooding: what keys that were chosen to collide can do to a map. */
@NullMarked
package dev.flagrant.conformance.flooding;

import org.jspecify.annotations.NullMarked;
