package dev.flagrant.harness.check;

/** Is told how a check gets on. */
public interface CheckListener extends AutoCloseable {

  /** A scenario's trials begin: the one with this number, from 1, of so many. */
  void begin(String scenario, int number, int of);

  /** So much of the whole check is done, from 0 to 1. */
  void progress(double done);

  /** A scenario and its control are over. */
  void end(ScenarioReport report);

  /** Nothing more will be told. */
  @Override
  void close();
}
