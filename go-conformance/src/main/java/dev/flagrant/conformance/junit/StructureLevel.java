package dev.flagrant.conformance.junit;

import dev.flagrant.conformance.Level;

/** The third level: all of the map, to the bucket. */
public abstract class StructureLevel extends TraceTests {
  /** For subclasses. */
  protected StructureLevel() {
    super(Level.STRUCTURE);
  }
}
