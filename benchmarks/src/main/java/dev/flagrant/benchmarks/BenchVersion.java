package dev.flagrant.benchmarks;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The version of the command that this one is a part of. */
final class BenchVersion implements IVersionProvider {
  @Spec private @Nullable CommandSpec spec;

  /** For picocli. */
  BenchVersion() {}

  @Override
  public String[] getVersion() {
    if (spec != null && spec.parent() != null) {
      return spec.root().version();
    }
    String version = BenchVersion.class.getPackage().getImplementationVersion();
    return new String[] {"flagrant " + (version == null ? "(not from a jar)" : version)};
  }
}
