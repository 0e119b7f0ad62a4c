package dev.flagrant.testkit;

/** Where in an operation a race was noticed. */
public enum DetectionSite {
  /** A writer's first check, before it changes the map. */
  START,
  /** A writer's check after its change. */
  END,
  /** A reader's check. */
  READ,
  /** A check when an iteration begins or goes on. */
  ITERATE,
  /** A check of the map's state while it grows. */
  GROW
}
