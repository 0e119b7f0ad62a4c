package dev.flagrant.harness.subjects;

import dev.flagrant.conformance.AnswersSubject;
import dev.flagrant.conformance.GoMapSubject;
import dev.flagrant.conformance.MapKind;
import dev.flagrant.conformance.SubjectFactory;
import java.util.function.LongSupplier;

/** Ends the process in place of making a third map. */
public final class ExitingFactory implements SubjectFactory {
  private int made;

  /** For the command. */
  public ExitingFactory() {}

  @Override
  public AnswersSubject make(MapKind kind, long hint, LongSupplier random) {
    if (++made > 2) {
      System.exit(0);
    }
    return new GoMapSubject().make(kind, hint, random);
  }
}
