package dev.flagrant.testkit;

import java.util.List;

/**
 * What one side of a race does. Actors beyond the number of roles take the last, so that one writer
 * against readers stays that, however many the readers are.
 */
@FunctionalInterface
public interface Role {
  /** The operations of the actor in this slot, in its order; always the same for the same slot. */
  List<MapOperation> program(Slot slot);
}
