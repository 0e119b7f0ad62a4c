/**
 * The parallel to Go's {@code runtime/map.go}, function by function; {@code docs/go-parallel.md} is
 * the table of all of them.
 *
 * <p><b>Under a race</b> each method may see the fields of a header from different moments. Three
 * rules keep that from ever becoming an exception of another kind or an endless loop:
 *
 * <ul>
 *   <li>a method loads the arrays it works on once, into locals, and every bucket number is masked
 *       with the size of the very array it indexes;
 *   <li>overflow buckets are numbered in the order they are handed out, so that a chain always
 *       leads to higher numbers; a link that does not is taken as the end of the chain;
 *   <li>what can be missing in a half-published state is read as empty; only a growth that finds no
 *       place for the entries it is to move reports a race.
 * </ul>
 */
@NullMarked
package dev.flagrant.map.runtime;

import org.jspecify.annotations.NullMarked;
