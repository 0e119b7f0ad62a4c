package dev.flagrant.map.runtime;

import dev.flagrant.map.TypeLayout;

/**
 * How Go's compiler lays out a bucket: eight tophash bytes, eight keys, eight elems, and a pointer
 * to the overflow bucket at the very end. On the JVM nothing is stored this way; the size decides
 * how many overflow buckets are preallocated, and is reported.
 *
 * @param key the key type
 * @param keySize bytes of a key in the bucket
 * @param indirectKey whether the bucket holds a pointer to the key
 * @param elem the elem type
 * @param elemSize bytes of an elem in the bucket
 * @param indirectElem whether the bucket holds a pointer to the elem
 * @param pointerSize bytes of a pointer: 8, or 4 on a 32-bit machine
 */
public record BucketLayout(
    TypeLayout key,
    long keySize,
    boolean indirectKey,
    TypeLayout elem,
    long elemSize,
    boolean indirectElem,
    int pointerSize) {
  /** Cells of a bucket. */
  public static final int BUCKET_CNT = 8;

  /** Bytes from which on a key or an elem is kept outside of the bucket, exclusive. */
  public static final int MAX_INLINE_SIZE = 128;

  /** Bytes of a pointer on the machines this map is compared with. */
  public static final int POINTER_SIZE = 8;

  /** The checks of Go's {@code reflect_makemap}, with its messages. */
  public BucketLayout {
    checkSlot("key", key, keySize, indirectKey, pointerSize);
    checkSlot("elem", elem, elemSize, indirectElem, pointerSize);
  }

  /** The layout for a key and an elem type on a 64-bit machine. */
  public static BucketLayout of(TypeLayout key, TypeLayout elem) {
    return of(key, elem, POINTER_SIZE);
  }

  static BucketLayout of(TypeLayout key, TypeLayout elem, int pointerSize) {
    boolean indirectKey = key.size() > MAX_INLINE_SIZE;
    boolean indirectElem = elem.size() > MAX_INLINE_SIZE;
    return new BucketLayout(
        key,
        indirectKey ? pointerSize : key.size(),
        indirectKey,
        elem,
        indirectElem ? pointerSize : elem.size(),
        indirectElem,
        pointerSize);
  }

  private static void checkSlot(
      String what, TypeLayout type, long slot, boolean indirect, int pointerSize) {
    boolean mustBeIndirect = type.size() > MAX_INLINE_SIZE;
    if (indirect != mustBeIndirect || slot != (mustBeIndirect ? pointerSize : type.size())) {
      throw new IllegalArgumentException(what + " size wrong");
    }
    if (type.align() > BUCKET_CNT) {
      throw new IllegalArgumentException(what + " align too big");
    }
    if (type.size() % type.align() != 0) {
      throw new IllegalArgumentException(what + " size not a multiple of " + what + " align");
    }
  }

  /** Bytes before the overflow pointer, there to align it: needed on 32-bit machines only. */
  public long pad() {
    return Math.max(slotAlign(key, indirectKey), slotAlign(elem, indirectElem)) > pointerSize
        ? pointerSize
        : 0;
  }

  private int slotAlign(TypeLayout type, boolean indirect) {
    return indirect ? pointerSize : type.align();
  }

  /** Bytes of a bucket; Go's {@code bucketsize}. */
  public long bucketSize() {
    return BUCKET_CNT + BUCKET_CNT * (keySize + elemSize) + pad() + pointerSize;
  }

  /** Whether Go's collector would look into a bucket; Go's {@code bucket.ptrdata != 0}. */
  public boolean pointers() {
    return key.pointers() || elem.pointers() || indirectKey || indirectElem;
  }

  /** Bytes of Go's {@code hmap}: 48 on a 64-bit machine. */
  public static long hmapSize(int pointerSize) {
    return 8 + 5L * pointerSize;
  }

  /** Bytes of Go's {@code hiter}: 12 words. */
  public static long hiterSize(int pointerSize) {
    return 12L * pointerSize;
  }
}
