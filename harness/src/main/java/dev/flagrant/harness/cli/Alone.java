package dev.flagrant.harness.cli;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What an option that is given makes of others: they would say nothing, and must not be there. */
final class Alone {
  private Alone() {}

  /**
   * Makes sure that no option was given but these.
   *
   * @param reason the option that is alone, and why
   */
  static void require(ParseResult parsed, Collection<String> meaningful, String reason)
      throws UsageException {
    Set<String> others = new TreeSet<>();
    for (OptionSpec each : parsed.matchedOptions()) {
      others.add(each.longestName());
    }
    others.removeAll(meaningful);
    if (!others.isEmpty()) {
      throw new UsageException(reason + "; leave out " + String.join(", ", others));
    }
  }
}
