package dev.flagrant.benchmarks.workload;

import dev.flagrant.benchmarks.maps.BenchMap;

/**
 * Removes a present key and puts an absent one in its place, so that the map keeps its size and
 * what it holds changes. Every slot has two keys, of which the map holds one; an operation is the
 * pair.
 */
final class Churn extends Trial {
  private final BenchMap[] owners;
  private final int[] order;

  /** The two keys of slot i stand at 2i and 2i+1; which one the map holds. */
  private final byte[] held;

  private final Object[] stored;
  private final Object[] probes;

  Churn(Setting setting) {
    super(Probing.operations(setting.size()));
    Crowd crowd = Crowd.full(setting, Probing.CROWD);
    int slots = crowd.keys.length;
    owners = new BenchMap[slots];
    held = new byte[slots];
    stored = new Object[2 * slots];
    probes = new Object[2 * slots];
    for (int slot = 0; slot < slots; slot++) {
      owners[slot] = crowd.ownerOf(slot);
      stored[2 * slot] = crowd.keys[slot];
      stored[2 * slot + 1] = setting.keys().key(Numbers.absent(slot));
      probes[2 * slot] = setting.keys().key(Numbers.present(slot));
      probes[2 * slot + 1] = setting.keys().key(Numbers.absent(slot));
    }
    if (setting.probes() == ProbeKind.IDENTICAL) {
      System.arraycopy(stored, 0, probes, 0, probes.length);
    }
    order = new int[operations()];
    Numbers draw = new Numbers(2);
    for (int i = 0; i < order.length; i++) {
      order[i] = draw.below(slots);
    }
  }

  @Override
  int rightAnswers() {
    int right = 0;
    for (int slot : order) {
      int out = held[slot];
      int in = 1 - out;
      held[slot] = (byte) in;
      BenchMap map = owners[slot];
      Object added = stored[2 * slot + in];
      if (map.remove(probes[2 * slot + out]) != null && map.put(added, added) == null) {
        right++;
      }
    }
    return right;
  }
}
