/**
 * The flags protocol as loads and stores, and every interleaving of them.
 *
 * <p>Nothing here runs a thread, a map or Lincheck: it is a second opinion on both. An <i>event</i>
 * is one load, one store or one atomic update of the flags word or of a cell of the map, or, with
 * store buffers, the draining of one buffered store. An <i>interleaving</i> is a sequence of events
 * that ends when no thread has one left. A thread that notices a race stops there.
 */
@NullMarked
package dev.flagrant.lincheck.protocol;

import org.jspecify.annotations.NullMarked;
