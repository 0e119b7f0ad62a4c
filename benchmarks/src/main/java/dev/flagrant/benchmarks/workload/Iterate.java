package dev.flagrant.benchmarks.workload;

import dev.flagrant.benchmarks.maps.BenchMap;

/** Iterates over every map of a large crowd in turn; an operation is one entry. */
final class Iterate extends Trial {
  /** Larger than for probing: some predictors learn tens of thousands of branches by heart. */
  private static final int CROWD = 1 << 16;

  private final BenchMap[] maps;
  private final Object[] keys;

  Iterate(Setting setting) {
    super(operations(setting.size()));
    Crowd crowd = Crowd.full(setting, CROWD);
    maps = crowd.maps;
    keys = crowd.keys;
  }

  static int operations(int size) {
    return Crowd.count(size, CROWD) * size;
  }

  /** Looks in every map for its own first key, which must be found once. */
  @Override
  int rightAnswers() {
    int size = operations() / maps.length;
    int visited = 0;
    for (int i = 0; i < maps.length; i++) {
      if (maps[i].countIdentical(keys[i * size]) == 1) {
        visited += size;
      }
    }
    return visited;
  }
}
