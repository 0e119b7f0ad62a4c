package dev.flagrant.conformance;

import java.util.function.LongSupplier;

/**
 * Makes the maps under test. A port implements this, with a public constructor without arguments,
 * and either extends a base class of the kit or is named to {@code flagrant conformance --subject}.
 */
@FunctionalInterface
public interface SubjectFactory {
  /**
   * An empty map.
   *
   * @param kind the types of its keys and elems
   * @param hint Go's second argument of {@code make}; -1 where Go's has none
   * @param random the source of all randomness, Go's {@code fastrand}: 32 random bits a call. At
   *     the third level a subject must draw where Go does, and no more
   * @return a subject that implements at least what its level asks for
   */
  AnswersSubject make(MapKind kind, long hint, LongSupplier random);
}
