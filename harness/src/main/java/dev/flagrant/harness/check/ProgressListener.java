package dev.flagrant.harness.check;

/**
 * Is told how a check or an exploration gets on.
 *
 * @param <R> what is told of a scenario that is over
 */
public interface ProgressListener<R> extends AutoCloseable {

  /** A scenario begins: the one with this number, from 1, of so many. */
  void begin(String scenario, int number, int of);

  /** So much of the whole is done, from 0 to 1. */
  void progress(double done);

  /** A scenario is over. */
  void end(R report);

  /** Nothing more will be told. */
  @Override
  void close();
}
