package dev.flagrant.benchmarks.workload;

import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.KeyKind;
import dev.flagrant.benchmarks.maps.Peer;

/**
 * Maps of one size, each with keys of its own. Small maps are measured as a crowd, because a branch
 * predictor learns the way through one small map by heart, and then nothing is measured but that.
 */
final class Crowd {
  final BenchMap[] maps;

  /** The key objects the maps hold, map after map. Each is its own value. */
  final Object[] keys;

  private final int size;

  private Crowd(BenchMap[] maps, Object[] keys, int size) {
    this.maps = maps;
    this.keys = keys;
    this.size = size;
  }

  /** As many full maps as hold about so many entries together; at least one. */
  static Crowd full(Setting setting, int entries) {
    int count = count(setting.size(), entries);
    Object[] keys = keys(setting.keys(), count * setting.size());
    BenchMap[] maps = new BenchMap[count];
    for (int i = 0; i < count; i++) {
      maps[i] = setting.maps().create(Peer.NO_HINT);
      fill(maps[i], keys, i * setting.size(), setting.size());
    }
    return new Crowd(maps, keys, setting.size());
  }

  static int count(int size, int entries) {
    return Math.max(1, entries / size);
  }

  static Object[] keys(KeyKind kind, int count) {
    Object[] keys = new Object[count];
    for (int i = 0; i < count; i++) {
      keys[i] = kind.key(Numbers.present(i));
    }
    return keys;
  }

  static void fill(BenchMap map, Object[] keys, int from, int count) {
    for (int i = from; i < from + count; i++) {
      map.put(keys[i], keys[i]);
    }
  }

  /** The map that holds the key at an index of {@link #keys}. */
  BenchMap ownerOf(int index) {
    return maps[index / size];
  }
}
