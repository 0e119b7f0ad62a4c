package dev.flagrant.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The digest of a subject's whole state: that of its header, and the sum of those of all chains.
 *
 * <p>After a write it looks again at the chains that the write can have changed if the subject does
 * what Go does. What a wrong subject changes elsewhere is found when {@link #all} looks at every
 * chain: after every write to a small map, whenever a growth begins or ends, and at the end of each
 * block of a trace.
 */
final class StateDigest {
  /** Up to how many regular buckets all chains are looked at after every write. */
  private static final int SMALL_MAP = 16;

  private final Structure subject;
  private long[] current = {};
  private long[] old = {};
  private long sum;
  private Header before;

  StateDigest(Structure subject) {
    this.subject = subject;
    this.before = subject.header();
  }

  /** The digest of the state as it is now, if {@link #all} or {@link #after} was called before. */
  long digest() {
    Header h = subject.header();
    long flags = h.flags() | (h.hasBuckets() ? 1 << 8 : 0) | (h.growing() ? 1 << 9 : 0);
    long digest = Digest.fold(0, h.count());
    digest = Digest.fold(digest, flags);
    digest = Digest.fold(digest, h.b());
    digest = Digest.fold(digest, h.noverflow());
    digest = Digest.fold(digest, Integer.toUnsignedLong(h.hash0()));
    digest = Digest.fold(digest, h.nevacuate());
    return Digest.fold(digest, sum);
  }

  /** Looks at every chain. */
  void all() {
    Header h = subject.header();
    before = h;
    sum = 0;
    current = chains(Generation.CURRENT, current, h.size(Generation.CURRENT));
    old = chains(Generation.OLD, old, h.size(Generation.OLD));
  }

  private long[] chains(Generation generation, long[] reused, int size) {
    long[] chains = reused.length == size ? reused : new long[size];
    for (int bucket = 0; bucket < size; bucket++) {
      chains[bucket] = chain(generation, bucket);
      sum += chains[bucket];
    }
    return chains;
  }

  /** Looks at what a write with this hash can have changed. */
  void after(long hash) {
    Header h = subject.header();
    Header was = before;
    before = h;
    boolean sameArrays =
        h.b() == was.b()
            && h.hasBuckets() == was.hasBuckets()
            && h.growing() == was.growing()
            && h.sameSizeGrow() == was.sameSizeGrow()
            && h.nevacuate() >= was.nevacuate();
    if (!sameArrays || h.size(Generation.CURRENT) <= SMALL_MAP) {
      all();
      return;
    }
    look(Generation.CURRENT, (int) hash & (current.length - 1));
    if (h.growing()) {
      evacuated(h, (int) hash & (old.length - 1));
      for (int bucket = was.nevacuate(); bucket < Math.min(h.nevacuate(), old.length); bucket++) {
        evacuated(h, bucket);
      }
    }
  }

  /** Looks at an old chain, and at the chains its entries go to. */
  private void evacuated(Header h, int bucket) {
    look(Generation.OLD, bucket);
    look(Generation.CURRENT, bucket);
    if (!h.sameSizeGrow()) {
      look(Generation.CURRENT, bucket + old.length);
    }
  }

  private void look(Generation generation, int bucket) {
    long[] chains = generation == Generation.CURRENT ? current : old;
    long digest = chain(generation, bucket);
    sum += digest - chains[bucket];
    chains[bucket] = digest;
  }

  /** The digest of one chain; 0 for an empty one without overflow buckets. */
  private long chain(Generation generation, int number) {
    List<Bucket> chain = subject.chain(generation, number);
    Bucket head = chain.get(0);
    if (chain.size() == 1 && head.tophash() == 0) {
      return 0;
    }
    long digest = Digest.fold(Digest.fold(0, generation.tag()), number);
    if (generation == Generation.OLD && head.isEvacuated()) {
      return Digest.fold(Digest.fold(digest, 0), head.tophash());
    }
    for (Bucket bucket : chain) {
      digest = Digest.fold(Digest.fold(digest, bucket.origin()), bucket.tophash());
      for (int cell = 0; cell < Bucket.CELLS; cell++) {
        if (bucket.isLive(cell)) {
          digest = Digest.fold(digest, number(bucket.keys().get(cell)));
          Long elem = bucket.elems().get(cell);
          digest = Digest.fold(digest, elem == null ? Long.MIN_VALUE : elem);
        }
      }
    }
    return digest;
  }

  /** A live cell without a key is wrong in any case; it must not stop the comparison. */
  private static long number(@Nullable Key key) {
    return key == null ? Long.MIN_VALUE : key.number();
  }
}
