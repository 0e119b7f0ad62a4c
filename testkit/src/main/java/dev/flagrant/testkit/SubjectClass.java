package dev.flagrant.testkit;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Map;

/** Makes a {@link MapSubject} from a class name. */
public final class SubjectClass {

  private SubjectClass() {}

  /**
   * The subject whose maps are instances of the named class.
   *
   * @param className the binary name of a public class with a public constructor without parameters
   * @param loader where the class is looked for
   * @throws UnusableSubjectException if there is no such class or it is no such map
   */
  public static MapSubject find(String className, ClassLoader loader)
      throws UnusableSubjectException {
    Class<?> type;
    try {
      type = Class.forName(className, true, loader);
    } catch (ClassNotFoundException e) {
      throw new UnusableSubjectException(
          "class " + className + " is not found; is its jar or folder on --classpath?");
    } catch (ExceptionInInitializerError e) {
      throw new UnusableSubjectException(
          "class " + className + " cannot be loaded: its static initialiser threw " + root(e));
    } catch (LinkageError e) {
      throw new UnusableSubjectException("class " + className + " cannot be loaded: " + root(e));
    } catch (Error e) { // which Java does not wrap, as it does an exception
      throw new UnusableSubjectException(
          "class " + className + " cannot be loaded: its static initialiser threw " + root(e));
    }
    return of(type);
  }

  /**
   * The subject whose maps are instances of a class.
   *
   * @throws UnusableSubjectException if the class is not such a map
   */
  public static MapSubject of(Class<?> type) throws UnusableSubjectException {
    String name = type.getName();
    if (!Map.class.isAssignableFrom(type)) {
      throw new UnusableSubjectException("class " + name + " is not a java.util.Map");
    }
    if (type.isInterface()) {
      throw new UnusableSubjectException(
          name + " is an interface; name a class that implements it");
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new UnusableSubjectException(
          "class " + name + " is abstract; name a class that extends it");
    }
    if (!Modifier.isPublic(type.getModifiers())) {
      throw new UnusableSubjectException("class " + name + " is not public");
    }
    Constructor<?> constructor;
    try {
      constructor = type.getConstructor();
    } catch (NoSuchMethodException e) {
      throw new UnusableSubjectException(
          "class " + name + " has no public constructor without parameters");
    } catch (LinkageError e) { // of the types of another constructor
      throw new UnusableSubjectException("class " + name + " cannot be loaded: " + root(e));
    }
    tryConstructor(constructor);
    MapSubject subject = MapSubject.of(name, () -> instance(constructor));
    String problem = SmallestUse.problem(subject);
    if (!problem.isEmpty()) {
      throw new UnusableSubjectException("class " + name + " " + problem);
    }
    return subject;
  }

  private static void tryConstructor(Constructor<?> constructor) throws UnusableSubjectException {
    String name = constructor.getDeclaringClass().getName();
    try {
      constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new UnusableSubjectException(
          "class " + name + " cannot be made: its constructor threw " + root(e));
    } catch (IllegalAccessException e) {
      throw new UnusableSubjectException(
          "class " + name + " cannot be made from here: its package is closed to other modules");
    } catch (InstantiationException | LinkageError e) {
      throw new UnusableSubjectException("class " + name + " cannot be made: " + root(e));
    }
  }

  /** What all the throwables around it were thrown for. */
  static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    for (Throwable cause = root.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    return root;
  }

  @SuppressWarnings("unchecked") // SmallestUse tries that it holds Integers
  private static Map<Integer, Integer> instance(Constructor<?> constructor) {
    try {
      return (Map<Integer, Integer>) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make another " + constructor.getDeclaringClass(), e);
    }
  }
}
