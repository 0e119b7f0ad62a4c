package dev.flagrant.map.runtime;

import dev.flagrant.map.ArchitectureTest;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.assertj.core.api.Assertions;

/** Classes that each break one rule of {@link ArchitectureTest}, which must report them. */
public final class ArchitectureOffenders {
  private ArchitectureOffenders() {}

  /** Has a VarHandle of its own. */
  public static final class UsesVarHandle {
    static final VarHandle ELEMENTS = MethodHandles.arrayElementVarHandle(int[].class);

    private UsesVarHandle() {}
  }

  /** Reaches a field by the older way. */
  public static final class UsesFieldUpdater {
    static final AtomicIntegerFieldUpdater<UsesFieldUpdater> WORD =
        AtomicIntegerFieldUpdater.newUpdater(UsesFieldUpdater.class, "word");

    volatile int word;

    private UsesFieldUpdater() {}
  }

  /** Decides something by the guard. */
  public static final class KnowsTheGuard {
    private KnowsTheGuard() {}

    static boolean isFaithful(Guard guard) {
      return guard == Guard.GO;
    }
  }

  /** Names no type of the guard's, because javac copies the constant. */
  public static final class ReadsTheGuardProperty {
    private ReadsTheGuardProperty() {}

    static String guardName() {
      return System.getProperty(Guard.PROPERTY, "");
    }
  }

  /** Would hide the very races a map is there to show. */
  public static final class UsesConcurrentCollection {
    static final Map<String, String> ENTRIES = new ConcurrentHashMap<>();

    private UsesConcurrentCollection() {}
  }

  /** Needs a library when it runs. */
  public static final class UsesLibrary {
    private UsesLibrary() {}

    static void fail() {
      Assertions.fail("");
    }
  }
}
