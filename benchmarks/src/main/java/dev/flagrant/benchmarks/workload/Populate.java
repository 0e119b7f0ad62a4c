package dev.flagrant.benchmarks.workload;

import dev.flagrant.benchmarks.maps.BenchMap;
import dev.flagrant.benchmarks.maps.Peer;

/** Makes maps and fills them; an operation is one entry. Garbage collection is part of it. */
final class Populate extends Trial {
  private static final int CROWD = 1 << 14;

  private final MapFactory factory;
  private final Object[] keys;
  private final int size;
  private final int hint;

  Populate(Setting setting, boolean hinted) {
    super(operations(setting.size()));
    factory = setting.maps();
    size = setting.size();
    hint = hinted ? size : Peer.NO_HINT;
    keys = Crowd.keys(setting.keys(), operations());
  }

  static int operations(int size) {
    return Crowd.count(size, CROWD) * size;
  }

  @Override
  int rightAnswers() {
    int entries = 0;
    for (int from = 0; from < keys.length; from += size) {
      BenchMap map = factory.create(hint);
      Crowd.fill(map, keys, from, size);
      entries += map.size();
    }
    return entries;
  }
}
