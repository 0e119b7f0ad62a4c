package dev.flagrant.lincheck;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Also the operations that look at more than one entry, which few maps make atomic. */
public abstract class WholeMapOperations extends MapOperations {
  private final Map<Integer, Integer> map;

  /** The operations of this map. */
  protected WholeMapOperations(Map<Integer, Integer> map) {
    super(map);
    this.map = map;
  }

  @Operation
  public int size() {
    return map.size();
  }

  @Operation
  public boolean isEmpty() {
    return map.isEmpty();
  }

  @Operation
  public boolean containsValue(@Param(name = "value") int value) {
    return map.containsValue(value);
  }

  @Operation
  public String clear() {
    map.clear();
    return "cleared";
  }

  @Operation
  public String replaceAll() {
    map.replaceAll((key, value) -> value + 1);
    return "replaced";
  }

  /** Ten keys at once, so that the map grows; few of the other operations name them. */
  @Operation
  public String putAll(@Param(name = "key") int key) {
    Map<Integer, Integer> more = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      more.put(10 * key + i, i);
    }
    map.putAll(more);
    return "put all";
  }

  @Operation
  public boolean removeFromKeySet(@Param(name = "key") int key) {
    return map.keySet().remove(key);
  }

  @Operation
  public boolean removeKeysAbove(@Param(name = "key") int key) {
    return map.keySet().removeIf(each -> each > 5 * key);
  }

  @Operation
  public boolean removeFromEntrySet(
      @Param(name = "key") int key, @Param(name = "value") int value) {
    return map.entrySet().remove(Map.entry(key, value));
  }

  @Operation
  public boolean removeValues(@Param(name = "value") int value) {
    return map.values().removeAll(Set.of(value));
  }

  /** Changes some entries and removes others while it iterates; tells the sum of what was there. */
  @Operation
  public int changeWhileIterating(@Param(name = "value") int value) {
    synchronized (map) { // what Collections.synchronizedMap asks of who iterates
      int sum = 0;
      for (var entries = map.entrySet().iterator(); entries.hasNext(); ) {
        Map.Entry<Integer, Integer> entry = entries.next();
        sum += entry.getValue();
        if (entry.getValue() == value) {
          entries.remove();
        } else {
          entry.setValue(entry.getValue() % value);
        }
      }
      return sum;
    }
  }

  @Operation
  public boolean equalsACopy() {
    synchronized (map) {
      return map.equals(new TreeMap<>(map)) && new TreeMap<>(map).equals(map);
    }
  }

  @Operation
  public int hash() {
    return map.hashCode();
  }

  /** All entries, in the order of their keys. */
  @Operation
  public String entries() {
    Map<Integer, Integer> sorted = new TreeMap<>();
    map.forEach(sorted::put);
    return sorted.toString();
  }
}
