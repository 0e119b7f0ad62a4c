package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.TypeLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How Go's compiler lays out a bucket. */
class BucketLayoutTest {
  private static final TypeLayout HUGE = new TypeLayout(136, 8, false);

  @Test
  void theSizesOfBucketsAreGos() {
    assertThat(size(TypeLayout.WORD, TypeLayout.WORD)).isEqualTo(144);
    assertThat(size(TypeLayout.STRING, TypeLayout.STRING)).isEqualTo(272);
    assertThat(size(TypeLayout.INT32, TypeLayout.INT32)).isEqualTo(80);
    assertThat(size(TypeLayout.INTERFACE, TypeLayout.POINTER)).isEqualTo(208);
    assertThat(size(TypeLayout.STRING, TypeLayout.EMPTY)).isEqualTo(144);
    assertThat(size(TypeLayout.EMPTY, TypeLayout.EMPTY)).isEqualTo(16);
  }

  @Test
  void whatIsLargerThan128BytesIsKeptOutside() {
    BucketLayout inline = BucketLayout.of(bytes(128), bytes(128));
    BucketLayout outside = BucketLayout.of(bytes(136), bytes(136));

    assertThat(inline.indirectKey()).isFalse();
    assertThat(inline.indirectElem()).isFalse();
    assertThat(inline.keySize()).isEqualTo(128);
    assertThat(inline.elemSize()).isEqualTo(128);
    assertThat(inline.bucketSize()).isEqualTo(8 + 8 * 256 + 8);
    assertThat(outside.indirectKey()).isTrue();
    assertThat(outside.indirectElem()).isTrue();
    assertThat(outside.keySize()).isEqualTo(8);
    assertThat(outside.elemSize()).isEqualTo(8);
    assertThat(outside.bucketSize()).isEqualTo(144);
    assertThat(outside.key()).isEqualTo(bytes(136));
    assertThat(outside.elem()).isEqualTo(bytes(136));
  }

  @Test
  void aMachineWith32BitsPadsBeforeTheOverflowPointerWhatIsAlignedTo64() {
    assertThat(BucketLayout.of(TypeLayout.WORD, TypeLayout.INT32, 4).pad()).isEqualTo(4);
    assertThat(BucketLayout.of(TypeLayout.INT32, TypeLayout.WORD, 4).pad()).isEqualTo(4);
    assertThat(BucketLayout.of(TypeLayout.INT32, TypeLayout.WORD, 4).bucketSize())
        .isEqualTo(8 + 8 * 12 + 4 + 4);
    assertThat(BucketLayout.of(TypeLayout.INT32, TypeLayout.INT32, 4).pad()).isZero();
    assertThat(BucketLayout.of(TypeLayout.INT32, TypeLayout.INT32, 4).bucketSize())
        .isEqualTo(8 + 8 * 8 + 4);
    assertThat(BucketLayout.of(HUGE, HUGE, 4).pad()).as("outside are pointers").isZero();
    assertThat(BucketLayout.of(TypeLayout.WORD, TypeLayout.WORD).pad()).isZero();
    assertThat(BucketLayout.of(TypeLayout.WORD, TypeLayout.WORD).pointerSize()).isEqualTo(8);
  }

  @Test
  void goLooksIntoABucketThatHoldsPointers() {
    assertThat(BucketLayout.of(TypeLayout.WORD, TypeLayout.INT32).pointers()).isFalse();
    assertThat(BucketLayout.of(TypeLayout.STRING, TypeLayout.WORD).pointers()).isTrue();
    assertThat(BucketLayout.of(TypeLayout.WORD, TypeLayout.POINTER).pointers()).isTrue();
    assertThat(BucketLayout.of(HUGE, TypeLayout.WORD).pointers()).isTrue();
    assertThat(BucketLayout.of(TypeLayout.WORD, HUGE).pointers()).isTrue();
  }

  @Test
  void theHeaderAndTheIteratorHaveGosSizes() {
    assertThat(BucketLayout.hmapSize(8)).isEqualTo(48);
    assertThat(BucketLayout.hmapSize(4)).isEqualTo(28);
    assertThat(BucketLayout.hiterSize(8)).isEqualTo(96);
    assertThat(BucketLayout.hiterSize(4)).isEqualTo(48);
  }

  @ParameterizedTest
  @CsvSource({
    // type size, slot, indirect
    "8, 16, false",
    "8, 8, true",
    "128, 8, true",
    "136, 136, false",
    "136, 16, true"
  })
  void aSlotThatDoesNotFitItsTypeIsRefused(long size, long slot, boolean indirect) {
    TypeLayout word = TypeLayout.WORD;
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new BucketLayout(bytes(size), slot, indirect, word, word.size(), false, 8))
        .withMessage("key size wrong");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new BucketLayout(word, word.size(), false, bytes(size), slot, indirect, 8))
        .withMessage("elem size wrong");
  }

  @Test
  void anAlignmentAboveEightIsRefused() {
    TypeLayout wide = new TypeLayout(32, 16, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BucketLayout.of(wide, TypeLayout.WORD))
        .withMessage("key align too big");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BucketLayout.of(TypeLayout.WORD, wide))
        .withMessage("elem align too big");
  }

  @Test
  void aSizeThatIsNoMultipleOfTheAlignmentIsRefused() {
    TypeLayout odd = new TypeLayout(12, 8, false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BucketLayout.of(odd, TypeLayout.WORD))
        .withMessage("key size not a multiple of key align");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BucketLayout.of(TypeLayout.WORD, odd))
        .withMessage("elem size not a multiple of elem align");
  }

  @Test
  void aMapHasTheLayoutOfItsKeyAndElem() {
    KeyType<FixedKey> keys =
        new KeyType<>() {
          @Override
          public long hash(FixedKey key, int seed) {
            return key.hash();
          }

          @Override
          public boolean equal(FixedKey key, FixedKey stored) {
            return key.equals(stored);
          }

          @Override
          public TypeLayout layout() {
            return TypeLayout.STRING;
          }
        };
    Hmap h = GoMap.<FixedKey>builder(keys).elem(TypeLayout.INT32).<Integer>build();

    assertThat(h.t.key()).isSameAs(keys);
    assertThat(h.t.elem()).isEqualTo(TypeLayout.INT32);
    assertThat(h.t.bucket()).isEqualTo(BucketLayout.of(TypeLayout.STRING, TypeLayout.INT32));
    assertThat(h.t.bucket().bucketSize()).isEqualTo(8 + 8 * 20 + 8);
  }

  private static long size(TypeLayout key, TypeLayout elem) {
    return BucketLayout.of(key, elem).bucketSize();
  }

  private static TypeLayout bytes(long size) {
    return new TypeLayout(size, 8, false);
  }
}
