package dev.flagrant.lincheck.engine;

import java.util.List;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee.GuaranteeBuilder;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** Where the model checker switches threads in Go's map; elsewhere it is left to Lincheck. */
public enum Grain {
  /** At every access to shared memory, but not within one tophash word, key or elem. */
  CELLS,
  /**
   * As {@link #CELLS}, without switches at what no operation of a race between an update of a
   * present key and anything else ever changes: the arrays, their tophashes and keys. Such a load
   * gives the same wherever it comes, so no outcome is left out, and a race can be exhausted. It is
   * for scenarios that neither add nor remove nor grow.
   */
  UPDATES;

  private static final String RUNTIME = "dev.flagrant.map.runtime.";

  /** Lincheck goes by the class of the object, not by that of the method. */
  private static final List<String> HEADER =
      List.of(RUNTIME + "Flags", RUNTIME + "Hmap", "dev.flagrant.map.GoMap");

  private static final List<String> BUCKETS = List.of(RUNTIME + "Bmaps", RUNTIME + "BucketArray");

  private static final List<String> ITERATOR =
      List.of(
          RUNTIME + "Hiter", "dev.flagrant.map.GoMapIterator", "dev.flagrant.map.Views$Entries$1");

  private static final List<String> PURE =
      List.of(
          RUNTIME + "TopHash",
          RUNTIME + "MapType",
          "dev.flagrant.map.KeyTypes",
          "dev.flagrant.map.ConcurrentModificationError",
          "dev.flagrant.testkit.Traversal");

  /**
   * Makes the model checker switch threads before the atomic updates of the flags word. Lincheck
   * 3.7 knows a {@code VarHandle}'s loads, stores, compare-and-set and additions, but does not take
   * {@code getAndBitwiseXor} and its like for accesses at all.
   */
  public static ModelCheckingOptions seeingAtomicUpdates(ModelCheckingOptions options) {
    return options
        .addGuarantee(
            of(HEADER, "flipAtomically", "unmarkAtomically", "rememberIterator").treatAsAtomic())
        .addGuarantee(all(RUNTIME + "Detection").treatAsAtomic());
  }

  ModelCheckingOptions applyTo(ModelCheckingOptions plain) {
    ModelCheckingOptions options = seeingAtomicUpdates(plain);
    for (String pure : PURE) {
      options = options.addGuarantee(all(pure).ignore());
    }
    // Whether the map is dead: only after somebody has noticed.
    options = options.addGuarantee(of(HEADER, "enter").ignore());
    if (this == UPDATES) {
      options = options.addGuarantee(of(BUCKETS, "tops", "key", "topsAt", "keyAt", "find", "overflow", "runOf").ignore());
      options = options.addGuarantee(of(BUCKETS, "clears", "size", "evacuated").ignore());
      options = options.addGuarantee(of(List.of(RUNTIME + "Grow"), "growWork").ignore());
      options = options.addGuarantee(of(List.of(RUNTIME + "Assign"), "bucketsOf").ignore());
      options = options.addGuarantee(of(ITERATOR, "nextBucket", "lookAhead").ignore());
    } else {
      options = options.addGuarantee(of(BUCKETS, "tops", "key", "topsAt", "keyAt", "overflow").treatAsAtomic());
    }
    return options.addGuarantee(
        of(BUCKETS, "elem", "elemAt", "setElem", "setElemAt", "setKey", "setKeyAt", "setTop", "setOverflow")
            .treatAsAtomic());
  }

  private static GuaranteeBuilder all(String className) {
    return ManagedStrategyGuaranteeKt.forClasses(className).allMethods();
  }

  private static GuaranteeBuilder of(List<String> classNames, String... methods) {
    return ManagedStrategyGuaranteeKt.forClasses(classNames.toArray(String[]::new))
        .methods(methods);
  }
}
