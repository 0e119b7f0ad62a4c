package dev.flagrant.conformance.cli;

import dev.flagrant.conformance.SubjectFactory;
import java.lang.reflect.InvocationTargetException;

/** Finds the factory of subjects that a person has named. */
final class SubjectLoader {
  private SubjectLoader() {}

  /**
   * The factory with a name.
   *
   * @param className a {@link SubjectFactory} with a public constructor without arguments
   * @param classPath where to look for it besides here: jars and folders
   * @throws IllegalArgumentException with a sentence for people if there is none
   */
  static SubjectFactory load(String className, String classPath) {
    ClassLoader loader = ClassPath.loader(classPath);
    if (ClassPath.isHidden(className, loader)) {
      throw new IllegalArgumentException(
          "--classpath: it has a class %s, and flagrant has one itself, which would be used instead;"
                  .formatted(className)
              + " give yours another package");
    }
    Class<?> type;
    try {
      type = Class.forName(className, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "--subject: there is no class " + className + "; is it on the --classpath?", e);
    } catch (ExceptionInInitializerError e) {
      throw new IllegalArgumentException(
          "--subject: the static initializer of " + className + " throws " + SubjectTrial.root(e),
          e);
    } catch (LinkageError e) {
      throw new IllegalArgumentException("--subject: " + className + " cannot be loaded: " + e, e);
    }
    if (!SubjectFactory.class.isAssignableFrom(type)) {
      throw new IllegalArgumentException(
          "--subject: " + className + " does not implement " + SubjectFactory.class.getName());
    }
    try {
      return (SubjectFactory) type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "--subject: the constructor of " + className + " throws " + SubjectTrial.root(e), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "--subject: "
              + className
              + " is not public, or has no public constructor without arguments",
          e);
    }
  }
}
