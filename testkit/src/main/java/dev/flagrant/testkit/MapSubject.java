package dev.flagrant.testkit;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The map under test: how a fresh one is made, which throwables tell of a race, and, where there is
 * one, the check of its structure.
 *
 * <p>Every subject tells of a race by a {@link ConcurrentModificationException} or by the error of
 * Go's map; others are added. A map that is Go's has its structure checked. Immutable.
 */
public final class MapSubject {

  private final String name;
  private final Supplier<? extends Map<Integer, Integer>> factory;
  private final List<DetectionRule> rules;
  private final Consumer<Map<Integer, Integer>> structure;

  private MapSubject(
      String name,
      Supplier<? extends Map<Integer, Integer>> factory,
      List<DetectionRule> rules,
      Consumer<Map<Integer, Integer>> structure) {
    this.name = name;
    this.factory = factory;
    this.rules = rules;
    this.structure = structure;
  }

  /**
   * A subject with a factory.
   *
   * @param name how reports call it
   * @param factory makes a fresh empty map at each call
   */
  public static MapSubject of(String name, Supplier<? extends Map<Integer, Integer>> factory) {
    return new MapSubject(
        name,
        factory,
        List.of(
            GoMapRules::detection,
            DetectionRule.byOperation(ConcurrentModificationException.class)),
        GoMapRules::checkStructure);
  }

  /** This subject, which also tells of races by throwing the given class. */
  public MapSubject detecting(Class<? extends Throwable> type) {
    return detecting(DetectionRule.byOperation(type));
  }

  /** This subject, with one more rule for what tells of a race; earlier rules come first. */
  public MapSubject detecting(DetectionRule rule) {
    List<DetectionRule> more = new ArrayList<>(rules);
    more.add(rule);
    return new MapSubject(name, factory, List.copyOf(more), structure);
  }

  /**
   * This subject, with another check of its structure.
   *
   * @param check throws an {@link AssertionError} that names the broken rule
   */
  public MapSubject withStructure(Consumer<Map<Integer, Integer>> check) {
    return new MapSubject(name, factory, rules, check);
  }

  /** How reports call the map. */
  public String name() {
    return name;
  }

  /** A fresh empty map. */
  public Map<Integer, Integer> newMap() {
    return factory.get();
  }

  /** What a throwable out of an operation tells of a race, or null if it tells of none. */
  public @Nullable Detection detection(Throwable thrown, MapOperation.Kind during) {
    for (DetectionRule rule : rules) {
      Detection detection = rule.read(thrown, during);
      if (detection != null) {
        return detection;
      }
    }
    return null;
  }

  /**
   * Checks the structure of a map no thread uses any more, where there is such a check.
   *
   * @throws AssertionError naming the broken rule
   */
  public void checkStructure(Map<Integer, Integer> map) {
    structure.accept(map);
  }

  @Override
  public String toString() {
    return name;
  }
}
