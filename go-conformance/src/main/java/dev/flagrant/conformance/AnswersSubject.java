package dev.flagrant.conformance;

import org.jspecify.annotations.Nullable;

/**
 * A map under test at the first level: the answers of its operations. It is used by one thread.
 *
 * <p>A key that cannot be hashed makes every operation that takes it throw, on an empty map too;
 * any {@link RuntimeException} will do.
 */
public interface AnswersSubject {
  /** Go's {@code m[key] = elem}. */
  void assign(Key key, Long elem);

  /** Go's {@code delete(m, key)}. */
  void delete(Key key);

  /**
   * Go's {@code m[key]}.
   *
   * @param zero the answer for a key that is not there
   */
  Long getOrZero(Key key, Long zero);

  /** Go's {@code elem, ok := m[key]}: the elem, or null for a key that is not there. */
  @Nullable Long lookup(Key key);

  /** Go's {@code len(m)}. */
  int len();

  /** Removes every entry, NaN keys included. Go's {@code mapclear}. */
  void clear();
}
