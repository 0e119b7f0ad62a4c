package dev.flagrant.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Subjects that implement what one level asks for and no more. */
public final class OneLevel {
  private OneLevel() {}

  /** Makes what another factory makes, as subjects of one level. */
  public static SubjectFactory only(Level level, SubjectFactory all) {
    return (kind, hint, random) -> {
      AnswersSubject whole = all.make(kind, hint, random);
      return (AnswersSubject)
          Proxy.newProxyInstance(
              OneLevel.class.getClassLoader(),
              new Class<?>[] {level.type()},
              (proxy, method, arguments) -> {
                try {
                  return method.invoke(whole, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    };
  }
}
