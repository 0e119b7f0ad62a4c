package dev.flagrant.harness.cli;

/** The exit statuses of the command. */
public final class ExitStatus {

  /** What was expected was found. */
  public static final int MET = 0;

  /** It was not. */
  public static final int NOT_MET = 1;

  /** The command was not understood, or cannot be carried out as it is. */
  public static final int USAGE = 2;

  /** The command itself failed: a fault of ours. */
  public static final int FAULT = 3;

  private ExitStatus() {}
}
