package dev.flagrant.conformance.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What has come out so far; for all threads. */
final class Tally {
  private final LongAdder rounds = new LongAdder();
  private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> detections = new ConcurrentHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  void roundDone() {
    rounds.increment();
  }

  void answered(Operation operation) {
    answers.computeIfAbsent(operation.name(), name -> new LongAdder()).increment();
  }

  void detected(Operation operation) {
    detections.computeIfAbsent(operation.name(), name -> new LongAdder()).increment();
  }

  void found(Finding finding) {
    synchronized (findings) {
      findings.add(finding);
    }
  }

  List<Finding> findings() {
    synchronized (findings) {
      return List.copyOf(findings);
    }
  }

  long rounds() {
    return rounds.sum();
  }

  long answers() {
    return sum(answers);
  }

  long detections() {
    return sum(detections);
  }

  private static long sum(Map<String, LongAdder> counts) {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  @Override
  public String toString() {
    return "%,d rounds, %,d answers, %,d detections by %d operations, %d findings"
        .formatted(rounds(), answers(), detections(), detections.size(), findings().size());
  }
}
