package dev.flagrant.lincheck.engine;

import dev.flagrant.testkit.ActorRun;
import dev.flagrant.testkit.judge.Judgement;
import java.util.List;
import java.util.Optional;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.kotlinx.lincheck.execution.ResultWithClock;
import org.jetbrains.kotlinx.lincheck.util.ExceptionResult;
import org.jetbrains.kotlinx.lincheck.util.LincheckResult;
import org.jetbrains.kotlinx.lincheck.util.ValueResult;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/** Hands every interleaving to the judge of testkit. Made by Lincheck. */
public final class JudgingVerifier implements Verifier {

  /** As Lincheck makes it. */
  public JudgingVerifier(Class<?> unused) {}

  @Override
  public boolean verifyResults(ExecutionScenario scenario, ExecutionResult result) {
    Session session = Session.current();
    List<ActorRun> runs = session.judge.newRuns();
    // One after the other, as one thread may have run the programs of all actors.
    List<ResultWithClock> results =
        result.getParallelResultsWithClock().stream().flatMap(List::stream).toList();
    int from = 0;
    for (int actor = 0; actor < runs.size(); actor++) {
      int to = from + session.length(actor);
      fill(runs.get(actor), results.subList(from, to));
      from = to;
    }
    Optional<Judgement> judgement = session.judge(runs);
    if (judgement.isEmpty()) {
      session.tally.addHang(
          "the map could not be read within %d ms".formatted(session.readBound.toMillis()));
      return false;
    }
    boolean mayGoOn = session.tally.add(judgement.get());
    if (!mayGoOn) {
      session.tally.explanation = session.judge.explain(runs);
    }
    return mayGoOn;
  }

  /** An actor that throws is over; Lincheck would go on with its next operation. */
  private static void fill(ActorRun run, List<ResultWithClock> results) {
    for (int step = 0; step < results.size(); step++) {
      LincheckResult result = results.get(step).getResult();
      if (result instanceof ExceptionResult thrown) {
        run.thrown(step, thrown.getThrowable());
        return;
      }
      run.answer(step, result instanceof ValueResult value ? value.getValue() : null);
    }
  }
}
