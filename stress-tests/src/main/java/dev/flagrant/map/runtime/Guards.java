package dev.flagrant.map.runtime;

/** The guards of the flags word by their names, for those who start JVMs with one. */
public final class Guards {

  /** The system property that chooses the guard of a JVM. */
  public static final String PROPERTY = Guard.PROPERTY;

  /** The one that a JVM has which chooses none. */
  public static final String DEFAULT = "go";

  private Guards() {}

  /**
   * Refuses a name that is no guard's.
   *
   * @throws IllegalArgumentException with a message that lists those that there are
   */
  public static void require(String name) {
    var unused = Guard.named(name);
  }

  static Guard current() {
    return Guard.named(System.getProperty(PROPERTY, DEFAULT));
  }
}
