package dev.flagrant.lincheck.engine;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee.GuaranteeBuilder;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee.MethodBuilder;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** Where the model checker switches threads in Go's map; elsewhere it is left to Lincheck. */
public enum Grain {
  /** At every access to shared memory, but not within one tophash word, key or elem. */
  CELLS,
  /**
   * As {@link #CELLS}, but a write is one step: nobody sees the half of it, nor its mark. So all
   * the places of a lookup or an iteration at which whole writes may come can be gone through.
   */
  WHOLE_WRITES;

  private static final String RUNTIME = "dev.flagrant.map.runtime.";

  /** Lincheck goes by the class of the object, not by that of the method. */
  private static final List<String> HEADER =
      List.of(RUNTIME + "Flags", RUNTIME + "Hmap", "dev.flagrant.map.GoMap");

  private static final List<String> BUCKETS =
      List.of(RUNTIME + "Bmaps", RUNTIME + "Pages", RUNTIME + "BucketArray");

  private static final List<String> PURE =
      List.of(
          RUNTIME + "TopHash",
          RUNTIME + "MapType",
          "dev.flagrant.map.KeyTypes",
          "dev.flagrant.map.ConcurrentModificationError",
          "dev.flagrant.testkit.Traversal");

  /**
   * The atomic updates of the flags word, at which Lincheck 3.7 does not switch by itself: its list
   * of a {@code VarHandle}'s methods (AtomicMethods.kt) has the loads and stores, {@code
   * getAndSet}, the compare-and-sets and exchanges and {@code getAndAdd}, but no {@code
   * getAndBitwiseXor}, {@code Or} or {@code And}. It takes a call of those for a method without an
   * access to memory. That a comparison with the explorer comes out even depends on these rules; it
   * was what showed the gap. They can go when the list has the bitwise methods.
   */
  private static final List<Rule> ATOMIC_UPDATES =
      List.of(
          Rule.atomic(HEADER, "flipAtomically", "unmarkAtomically", "rememberIterator"),
          Rule.atomic(List.of(RUNTIME + "Detection")));

  /**
   * Methods, which the model checker treats in one way.
   *
   * @param classes that have the methods, or inherit them
   * @param methods their names; all methods if there are none
   * @param atomic whether it switches before a call but not within it; else it does neither
   */
  record Rule(List<String> classes, List<String> methods, boolean atomic) {
    static Rule atomic(List<String> classes, String... methods) {
      return new Rule(classes, List.of(methods), true);
    }

    static Rule ignored(List<String> classes, String... methods) {
      return new Rule(classes, List.of(methods), false);
    }

    private ModelCheckingOptions addTo(ModelCheckingOptions options) {
      MethodBuilder some = ManagedStrategyGuaranteeKt.forClasses(classes.toArray(String[]::new));
      GuaranteeBuilder chosen =
          methods.isEmpty() ? some.allMethods() : some.methods(methods.toArray(String[]::new));
      return options.addGuarantee(atomic ? chosen.treatAsAtomic() : chosen.ignore());
    }
  }

  /** Makes the model checker switch threads before the atomic updates of the flags word. */
  public static ModelCheckingOptions seeingAtomicUpdates(ModelCheckingOptions options) {
    return apply(ATOMIC_UPDATES, options);
  }

  /** What this grain is made of. */
  List<Rule> rules() {
    List<Rule> rules = new ArrayList<>(ATOMIC_UPDATES);
    rules.add(Rule.ignored(PURE));
    // Whether the map is dead: only after somebody has noticed.
    rules.add(Rule.ignored(HEADER, "enter"));
    // The kind of the map: it changes in a flood only.
    rules.add(Rule.ignored(HEADER, "type"));
    if (this == WHOLE_WRITES) {
      rules.add(Rule.atomic(List.of(RUNTIME + "Assign"), "mapassign"));
      rules.add(Rule.atomic(List.of(RUNTIME + "Delete"), "mapdelete", "mapclear"));
    }
    rules.add(Rule.atomic(BUCKETS, "tops", "topsAt", "key", "keyAt", "overflow"));
    rules.add(Rule.ignored(BUCKETS, "place", "indexOf", "cellOf"));
    rules.add(Rule.atomic(BUCKETS, "elem", "elemAt", "setElem", "setElemAt"));
    rules.add(Rule.atomic(BUCKETS, "setKey", "setKeyAt", "setTop", "setOverflow"));
    return List.copyOf(rules);
  }

  ModelCheckingOptions applyTo(ModelCheckingOptions options) {
    return apply(rules(), options);
  }

  private static ModelCheckingOptions apply(List<Rule> rules, ModelCheckingOptions options) {
    ModelCheckingOptions applied = options;
    for (Rule rule : rules) {
      applied = rule.addTo(applied);
    }
    return applied;
  }
}
