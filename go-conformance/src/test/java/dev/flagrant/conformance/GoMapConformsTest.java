package dev.flagrant.conformance;

import dev.flagrant.conformance.junit.StructureLevel;

/** GoMap is Go's map: every committed trace, to the last cell. */
final class GoMapConformsTest extends StructureLevel {
  @Override
  protected SubjectFactory subject() {
    return new GoMapSubject();
  }
}
