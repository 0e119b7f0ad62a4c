package dev.flagrant.benchmarks.workload;

import dev.flagrant.benchmarks.maps.BenchMap;
import org.jspecify.annotations.Nullable;

/** Random accesses to a crowd, in an order drawn once that is too long to be learned. */
abstract class Probing extends Trial {
  /** A core's second-level cache holds the maps of a crowd of this size, of every peer. */
  static final int CROWD = 1 << 13;

  private static final int DRAWS = 1 << 17;

  final BenchMap[] maps;
  final Object[] keys;

  private Probing(Setting setting, boolean present) {
    super(operations(setting.size()));
    Crowd crowd = Crowd.full(setting, CROWD);
    boolean identical = setting.probes() == ProbeKind.IDENTICAL && present;
    @Nullable Object[] probes = identical ? crowd.keys : new Object[crowd.keys.length];
    Numbers order = new Numbers(1);
    maps = new BenchMap[operations()];
    keys = new Object[operations()];
    for (int i = 0; i < keys.length; i++) {
      int index = order.below(crowd.keys.length);
      Object probe = probes[index];
      if (probe == null) {
        // Made in the order of use, so that reading the probe itself costs as little as it can.
        probe = setting.keys().key(present ? Numbers.present(index) : Numbers.absent(index));
        probes[index] = probe;
      }
      maps[i] = crowd.ownerOf(index);
      keys[i] = probe;
    }
  }

  /** A large map needs as many draws as entries, or the caches come to hold all that is drawn. */
  static int operations(int size) {
    return Math.max(DRAWS, size);
  }

  static final class Hit extends Probing {
    Hit(Setting setting) {
      super(setting, true);
    }

    @Override
    int rightAnswers() {
      int found = 0;
      for (int i = 0; i < keys.length; i++) {
        if (maps[i].get(keys[i]) != null) {
          found++;
        }
      }
      return found;
    }
  }

  static final class Miss extends Probing {
    Miss(Setting setting) {
      super(setting, false);
    }

    @Override
    int rightAnswers() {
      int absent = 0;
      for (int i = 0; i < keys.length; i++) {
        if (maps[i].get(keys[i]) == null) {
          absent++;
        }
      }
      return absent;
    }
  }

  /**
   * Stores a key drawn shortly before: one or two draws, by turns, or it would be there already.
   */
  static final class Update extends Probing {
    private boolean odd;

    Update(Setting setting) {
      super(setting, true);
    }

    @Override
    int rightAnswers() {
      boolean one = odd;
      odd = !one;
      Object last = keys[keys.length - 1];
      Object lastButOne = keys[keys.length - 2];
      int updated = 0;
      for (int i = 0; i < keys.length; i++) {
        if (maps[i].put(keys[i], one ? last : lastButOne) != null) {
          updated++;
        }
        lastButOne = last;
        last = keys[i];
      }
      return updated;
    }
  }
}
