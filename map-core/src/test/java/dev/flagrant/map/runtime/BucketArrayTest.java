package dev.flagrant.map.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyType;
import dev.flagrant.map.KeyTypes;
import dev.flagrant.map.TypeLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of buckets: what is allocated, how overflow buckets are handed out, what clear keeps. */
class BucketArrayTest {
  private static final MapType WORDS =
      new MapType(KeyTypes.longs(), TypeLayout.WORD, Options.DEFAULT);

  /** From B = 4 on 2^(B-4) more, and what else fits in the memory that Go would be handed. */
  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "1, 2",
    "2, 4",
    "3, 8",
    "4, 18",
    "5, 37",
    "6, 71",
    "7, 142",
    "8, 284",
    "9, 568",
    "10, 1137",
    "11, 2218",
    "16, 69632"
  })
  void asMuchIsAllocatedAtOnceAsGoDoes(int b, int buckets) {
    BucketArray array = BucketArray.make(WORDS, b);

    assertThat(array.allocatedAtOnce()).isEqualTo(buckets);
    assertThat(array.size()).isEqualTo(1 << b);
    assertThat(array.mask).isEqualTo((1 << b) - 1);
    assertThat(array.b).isEqualTo(b);
    assertThat(array.overflowBuckets()).isZero();
  }

  @Test
  void theMemoryThatIsLeftOverDependsOnTheSizeOfABucket() {
    MapType tiny = new MapType(new EmptyKeys(), TypeLayout.EMPTY, Options.DEFAULT);
    MapType strings = new MapType(KeyTypes.strings(), TypeLayout.STRING, Options.DEFAULT);

    assertThat(BucketArray.make(tiny, 4).allocatedAtOnce()).as("272 to 288 bytes").isEqualTo(18);
    assertThat(BucketArray.make(strings, 4).allocatedAtOnce()).as("4624 to 4864").isEqualTo(17);
  }

  @Test
  void overflowBucketsAreHandedOutInOrderThePreallocatedOnesFirst() {
    BucketArray array = BucketArray.make(WORDS, 4);

    for (int number = 0; number < 50; number++) {
      int bucket = array.nextOverflow();
      array.taken++;
      assertThat(bucket).isEqualTo(16 + number);
      assertThat(array.overflowBuckets()).isEqualTo(number + 1);
      Bmaps run = Objects.requireNonNull(array.runOf(bucket));
      assertThat(run).as("only regular buckets lie in the array itself").isNotSameAs(array);
      run.setKey(bucket, 7, bucket);
      run.setElem(bucket, 0, -bucket);
      run.setTops(bucket, bucket);
      run.setOverflow(bucket, bucket + 1);
    }
    for (int bucket = 16; bucket < 66; bucket++) {
      Bmaps run = Structure.run(array, bucket);
      assertThat(run.key(bucket, 7)).isEqualTo(bucket);
      assertThat(run.elem(bucket, 0)).isEqualTo(-bucket);
      assertThat(run.tops(bucket)).isEqualTo(bucket);
      assertThat(run.overflow(bucket)).isEqualTo(bucket + 1);
    }
  }

  /** Runs of one bucket up to B = 6, then of 2^(B-6), and never of more than 256. */
  @ParameterizedTest
  @CsvSource({"0, 1", "5, 1", "6, 1", "7, 2", "8, 4", "10, 16", "13, 128", "14, 256", "17, 256"})
  void overflowBucketsComeInRuns(int b, int length) {
    BucketArray array = BucketArray.make(WORDS, b);
    int first = array.size();

    Bmaps run = array.ensureRunOf(first);

    assertThat(run.place(first)).isZero();
    assertThat(run.tophash).hasSize(length);
    assertThat(run.cells).hasSize(16 * length);
    assertThat(array.ensureRunOf(first + length - 1)).isSameAs(run);
    assertThat(array.runOf(first + length)).isNull();
    assertThat(array.ensureRunOf(first + length)).isNotSameAs(run);
    assertThat(array.runOf(first)).as("more runs keep the first").isSameAs(run);
    assertThat(array.overflowBuckets()).as("a run is not a bucket handed out").isZero();
  }

  @Test
  void aRunFarAheadOfTheLastOneIsAllocatedToo() {
    BucketArray array = BucketArray.make(WORDS, 1);
    Bmaps near = array.ensureRunOf(2);

    Bmaps far = array.ensureRunOf(50);

    assertThat(array.runOf(50)).isSameAs(far);
    assertThat(array.runOf(2)).isSameAs(near);
    assertThat(array.runOf(49)).isNull();
  }

  @Test
  void aRunThatIsNotThereIsNull() {
    BucketArray array = BucketArray.make(WORDS, 1);

    assertThat(array.runOf(0)).isSameAs(array);
    assertThat(array.runOf(1)).isSameAs(array);
    assertThat(array.runOf(2)).isNull();
    array.ensureRunOf(2);
    assertThat(array.runOf(2)).isNotNull();
    assertThat(array.runOf(3)).isNull();
    assertThat(array.runOf(1000)).isNull();
  }

  @Test
  void anOverflowBucketIsHandedOutOnlyWhenItIsTaken() {
    BucketArray array = BucketArray.make(WORDS, 1);

    assertThat(array.nextOverflow()).isEqualTo(2);
    assertThat(array.nextOverflow()).isEqualTo(2);
    assertThat(array.overflowBuckets()).isZero();
    Bmaps run = array.runOf(2);
    array.taken++;
    assertThat(array.nextOverflow()).isEqualTo(3);

    array.taken = 0;
    assertThat(array.overflowBuckets()).isZero();
    assertThat(array.nextOverflow()).isEqualTo(2);
    assertThat(array.runOf(2)).isSameAs(run);
  }

  @Test
  void aChainEndsAtALinkThatDoesNotRise() {
    Bmaps run = new Bmaps(4, null);

    assertThat(run.overflow(8)).isEqualTo(-1);
    run.setOverflow(9, 11);
    assertThat(run.overflow(9)).isEqualTo(11);
    run.setOverflow(10, 10);
    assertThat(run.overflow(10)).isEqualTo(-1);
    run.setOverflow(11, 9);
    assertThat(run.overflow(13)).isEqualTo(-1);
  }

  @Test
  void clearMakesTheArrayAsIfItWereNew() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(200).build();
    Hmap h = map;
    Structure.fill(map, 3, 0, 60);
    BucketArray array = Structure.buckets(h);
    assertThat(array.b).isEqualTo(5);
    assertThat(array.overflowBuckets()).isEqualTo(7);

    array.clear();

    assertThat(array.overflowBuckets()).isZero();
    assertThat(array.tophash).containsOnly(0);
    for (int bucket = 0; bucket < array.size(); bucket++) {
      assertThat(array.overflow(bucket)).isEqualTo(-1);
    }
    assertThat(array.cells).containsOnlyNulls();
    assertThat(array.runOf(array.allocatedAtOnce())).as("the runs are dropped").isNull();
    assertThat(array.clears()).isEqualTo(1);
    assertThat(array.nextOverflow()).isEqualTo(32);
  }

  @Test
  void anArrayHandsOnHowOftenTheMapWasCleared() {
    BucketArray old = BucketArray.make(WORDS, 0);
    old.clear();
    old.clear();
    BucketArray next = BucketArray.make(WORDS, 1);
    assertThat(next.clears()).isZero();

    next.succeed(old, 0);

    assertThat(next.clears()).isEqualTo(2);
  }

  @Test
  void forgettingAChainKeepsTheMarksOfEveryBucketAndNothingElse() {
    BucketArray array = chainOfThree();
    List<Integer> chain = Structure.chain(array, 1);
    long neighbour = array.tops(0);
    Object neighbourKey = array.key(0, 0);

    array.forgetChain(1);

    assertThat(array.chainLength(1)).isEqualTo(1);
    for (int bucket : chain) {
      Bmaps run = Structure.run(array, bucket);
      assertThat(run.tops(bucket)).as("tophash bytes of %s", bucket).isNotZero();
      for (int cell = 0; cell < 8; cell++) {
        assertThat(run.key(bucket, cell)).isNull();
        assertThat(run.elem(bucket, cell)).isNull();
      }
    }
    assertThat(array.tops(0)).isEqualTo(neighbour);
    assertThat(array.key(0, 0)).isSameAs(neighbourKey);
    assertThat(array.elem(0, 0)).isNotNull();
  }

  @Test
  void theLengthOfAChainCountsItsBuckets() {
    BucketArray array = chainOfThree();

    assertThat(array.chainLength(0)).isEqualTo(1);
    assertThat(array.chainLength(1)).isEqualTo(3);
  }

  @Test
  void theEstimateCoversWhatABucketTakes() {
    // eight tophash bytes and sixteen references of four bytes each
    assertThat(BucketArray.estimatedBytes(0)).isEqualTo(8 + 64);
    assertThat(BucketArray.estimatedBytes(30)).isEqualTo(72L << 30);
  }

  private static BucketArray chainOfThree() {
    GoMap<FixedKey, Integer> map = new FixedKeys().builder().hint(40).build();
    Hmap h = map;
    Structure.fill(map, 1, 0, 20);
    Structure.fill(map, 0, 30, 1);
    Invariants.check(h);
    return Structure.buckets(h);
  }

  private static final class EmptyKeys implements KeyType<Object> {
    @Override
    public long hash(Object key, int seed) {
      return 0;
    }

    @Override
    public boolean equal(Object key, Object stored) {
      return true;
    }

    @Override
    public TypeLayout layout() {
      return TypeLayout.EMPTY;
    }
  }

  /** Chains three buckets to one, and puts an entry into each of the four. */
  private static List<Integer> fillChain(BucketArray array, int head) {
    int bucket = head;
    for (int length = 1; length <= 4; length++) {
      Bmaps run = bucket == head ? array.pageToWrite(bucket) : array.ensureRunOf(bucket);
      run.fill(bucket, 2, "key", "elem", 77);
      if (length < 4) {
        run.setOverflow(bucket, array.nextOverflow());
        bucket = array.nextOverflow();
        array.taken++;
      }
    }
    return Structure.chain(array, head);
  }

  /** Of 2^b buckets: once of one run, once of pages. */
  @ParameterizedTest
  @ValueSource(ints = {4, 13})
  void whatABrokenOffEvacuationHasFilledIsEmptiedAndTheRestIsLeftAlone(int b) {
    BucketArray array = BucketArray.make(WORDS, b);
    int half = array.size() / 2;
    List<Integer> other = fillChain(array, 6);
    List<Integer> filled = new ArrayList<>(fillChain(array, 5));
    filled.addAll(fillChain(array, half + 5));
    assertThat(filled).hasSize(8);
    array.brokenOff = true;
    array.brokenOffBucket = 5;
    array.takenInVain = 6;

    array.undoBrokenOff(half);

    assertThat(array.brokenOff).isFalse();
    assertThat(array.overflowBuckets()).isEqualTo(3);
    assertThat(Structure.chain(array, 5)).containsExactly(5);
    assertThat(Structure.chain(array, half + 5)).containsExactly(half + 5);
    for (int each : filled) {
      Bmaps run = Structure.run(array, each);
      assertThat(run.tops(each)).isZero();
      assertThat(run.key(each, 2)).isNull();
      assertThat(run.elem(each, 2)).isNull();
      assertThat(run.overflow(each)).isEqualTo(-1);
    }
    assertThat(Structure.chain(array, 6)).isEqualTo(other);
    for (int each : other) {
      assertThat(Structure.run(array, each).key(each, 2)).isEqualTo("key");
    }
  }
}
