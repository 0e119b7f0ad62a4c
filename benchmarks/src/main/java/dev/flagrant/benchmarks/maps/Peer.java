package dev.flagrant.benchmarks.maps;

import com.carrotsearch.hppc.ObjectObjectHashMap;
import dev.flagrant.map.GoMap;
import dev.flagrant.map.KeyType;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.agrona.collections.Object2ObjectHashMap;
import org.eclipse.collections.impl.map.mutable.UnifiedMap;

/**
 * The maps that are compared. Each maps objects to objects: a map of primitive keys would win by
 * what it cannot hold.
 */
public enum Peer {
  GO_MAP("GoMap") {
    @Override
    public BenchMap create(KeyKind keys, int hint) {
      return new JavaMap(goMap(hint));
    }
  },
  /** A GoMap that knows the type of its keys. */
  GO_MAP_TYPED("GoMap-typed") {
    @Override
    @SuppressWarnings("unchecked") // the workload puts keys of that type only
    public BenchMap create(KeyKind keys, int hint) {
      KeyType<Object> type = (KeyType<Object>) keys.keyType();
      return new JavaMap(GoMap.builder(type).hint(Math.max(hint, 0)).build());
    }
  },
  /** Differs from {@link #GO_MAP} in its iteration only. */
  GO_MAP_RANGE("GoMap-range") {
    @Override
    public BenchMap create(KeyKind keys, int hint) {
      return new RangedGoMap(goMap(hint));
    }
  },
  HASH_MAP("HashMap") {
    @Override
    public BenchMap create(KeyKind keys, int hint) {
      return new JavaMap(hashMap(hint));
    }
  },
  CONCURRENT_HASH_MAP("ConcurrentHashMap") {
    @Override
    public BenchMap create(KeyKind keys, int hint) {
      return new JavaMap(hint < 0 ? new ConcurrentHashMap<>() : new ConcurrentHashMap<>(hint));
    }
  },
  SYNCHRONIZED_MAP("synchronizedMap") {
    @Override
    public BenchMap create(KeyKind keys, int hint) {
      return new JavaMap(Collections.synchronizedMap(hashMap(hint)));
    }
  },
  FASTUTIL("fastutil") {
    @Override
    public BenchMap create(KeyKind keys, int hint) {
      return new JavaMap(
          hint < 0 ? new Object2ObjectOpenHashMap<>() : new Object2ObjectOpenHashMap<>(hint));
    }
  },
  AGRONA("Agrona") {
    private static final float LOAD_FACTOR = 0.65f;

    @Override
    public BenchMap create(KeyKind keys, int hint) {
      return new JavaMap(
          hint < 0
              ? new Object2ObjectHashMap<>()
              : new Object2ObjectHashMap<>(capacity(hint, LOAD_FACTOR), LOAD_FACTOR));
    }
  },
  ECLIPSE("Eclipse") {
    @Override
    public BenchMap create(KeyKind keys, int hint) {
      return new JavaMap(hint < 0 ? UnifiedMap.newMap() : UnifiedMap.newMap(hint));
    }
  },
  HPPC("HPPC") {
    @Override
    public BenchMap create(KeyKind keys, int hint) {
      return new HppcMap(hint < 0 ? new ObjectObjectHashMap<>() : new ObjectObjectHashMap<>(hint));
    }
  };

  /** For {@link #create}: the map is not told how many entries come. */
  public static final int NO_HINT = -1;

  private final String label;

  Peer(String label) {
    this.label = label;
  }

  /**
   * An empty map.
   *
   * @param keys what its keys will be
   * @param hint how many entries to have room for without growing, or {@link #NO_HINT}
   */
  public abstract BenchMap create(KeyKind keys, int hint);

  /** Its name in reports. */
  public String label() {
    return label;
  }

  /** Whether it is a form of GoMap. */
  public boolean isGoMap() {
    return this == GO_MAP || this == GO_MAP_TYPED || this == GO_MAP_RANGE;
  }

  /**
   * The peer of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Peer labelled(String label) {
    return Arrays.stream(values())
        .filter(peer -> peer.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no peer named " + label));
  }

  private static GoMap<Object, Object> goMap(int hint) {
    return hint < 0 ? new GoMap<>() : GoMap.make(hint);
  }

  private static Map<Object, Object> hashMap(int hint) {
    return hint < 0 ? new HashMap<>() : new HashMap<>(capacity(hint, 0.75f));
  }

  /** The capacity that a table of a load factor needs for so many entries. */
  private static int capacity(int entries, float loadFactor) {
    return (int) Math.ceil(entries / (double) loadFactor);
  }
}
