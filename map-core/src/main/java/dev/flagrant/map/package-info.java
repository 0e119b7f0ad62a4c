/**
 * Go's fail-fast map (the bucketed one of Go 1.14 to 1.19) as a {@link java.util.Map}.
 *
 * <p><b>The design in one page.</b> A map is an array of 2<sup>B</sup> buckets. A bucket has eight
 * cells, and for each cell one byte, its <i>tophash</i>: the top eight bits of the key's hash, or a
 * small number that says the cell is empty or has been moved. The low B bits of the hash choose the
 * bucket; the tophash bytes tell which of its keys are worth comparing. A ninth key of a bucket
 * goes to an <i>overflow</i> bucket chained behind it.
 *
 * <p>When there are more than 6.5 entries a bucket, the array doubles; when there are about as many
 * overflow buckets as buckets, a new array of the same size takes over. Either way the entries move
 * little by little: each write first <i>evacuates</i> the bucket it needs and one more, so that no
 * single write pays for the whole growth. Entries never move inside a bucket, which is what lets an
 * iteration that began before a growth go on after it.
 *
 * <p><b>Failing fast.</b> One word of the header holds four flags. A writer checks that {@code
 * hashWriting} is not set, hashes its key, flips the flag, writes, checks that the flag is still
 * there and takes it away. A reader and an iterator check that it is not set. A check that finds
 * otherwise has found a race, and throws a {@link dev.flagrant.map.ConcurrentModificationError}.
 * The checks are cheap because they are not atomic, and for the same reason some races go unseen:
 * {@code docs/detection-limits.md} says which.
 *
 * <p><b>Memory effects.</b> None. Sharing a map between threads needs a lock, or a safe publication
 * if nobody writes any more, exactly as {@link java.util.HashMap} does. A map that is raced on
 * answers with a detection or a stale answer; it does not throw anything else of its own, and it
 * does not loop.
 *
 * <p>Start at {@link dev.flagrant.map.GoMap}.
 */
@NullMarked
package dev.flagrant.map;

import org.jspecify.annotations.NullMarked;
