package dev.flagrant.benchmarks.workload;

import java.util.Locale;

/** What the maps are asked to do. */
public enum Workload {
  /** Look up present keys in random order. */
  HIT(true) {
    @Override
    public Trial prepare(Setting setting) {
      return new Probing.Hit(setting);
    }

    @Override
    public int operations(int size) {
      return Probing.operations(size);
    }
  },
  /** Look up absent keys in random order. */
  MISS(false) {
    @Override
    public Trial prepare(Setting setting) {
      return new Probing.Miss(setting);
    }

    @Override
    public int operations(int size) {
      return Probing.operations(size);
    }
  },
  /** Put present keys with a value other than the one there, which no map looks at. */
  UPDATE(true) {
    @Override
    public Trial prepare(Setting setting) {
      return new Probing.Update(setting);
    }

    @Override
    public int operations(int size) {
      return Probing.operations(size);
    }
  },
  /** Remove a present key, put an absent one. */
  CHURN(true) {
    @Override
    public Trial prepare(Setting setting) {
      return new Churn(setting);
    }

    @Override
    public int operations(int size) {
      return Probing.operations(size);
    }
  },
  /** Read every key and every value. */
  ITERATE(false) {
    @Override
    public Trial prepare(Setting setting) {
      return new Iterate(setting);
    }

    @Override
    public int operations(int size) {
      return Iterate.operations(size);
    }
  },
  /** Fill maps that do not know how many entries come. */
  POPULATE(false) {
    @Override
    public Trial prepare(Setting setting) {
      return new Populate(setting, false);
    }

    @Override
    public int operations(int size) {
      return Populate.operations(size);
    }
  },
  /** Fill maps that know. */
  POPULATE_HINTED(false) {
    @Override
    public Trial prepare(Setting setting) {
      return new Populate(setting, true);
    }

    @Override
    public int operations(int size) {
      return Populate.operations(size);
    }
  };

  private final boolean probes;

  Workload(boolean probes) {
    this.probes = probes;
  }

  /** Sets up the maps and the keys; the time of this is not measured. */
  public abstract Trial prepare(Setting setting);

  /** What {@link Trial#operations} will be, without preparing anything. */
  public abstract int operations(int size);

  /** Whether it makes a difference with which key objects the map is asked. */
  public boolean asksForPresentKeys() {
    return probes;
  }

  /** Its name in reports and filters. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
