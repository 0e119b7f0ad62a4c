package dev.flagrant.testkit;

import java.util.List;

/** What one side of a race does; actors beyond the number of roles take the roles again. */
@FunctionalInterface
public interface Role {
  /** The operations of the actor in this slot, in its order; always the same for the same slot. */
  List<MapOperation> program(Slot slot);
}
