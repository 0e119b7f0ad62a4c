package dev.flagrant.conformance.torture;

import org.jspecify.annotations.Nullable;

/**
 * One operation.
 *
 * @param name for people
 * @param body does it, and gives its answer
 */
record Operation(String name, Body body) {
  /** What an operation does. */
  @FunctionalInterface
  interface Body {
    @Nullable Object run(Actor actor) throws Exception;
  }
}
