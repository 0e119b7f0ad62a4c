package dev.flagrant.conformance.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The version of the command that this one is a part of. */
public final class RootVersion implements IVersionProvider {
  @Spec private @Nullable CommandSpec spec;

  /** For picocli. */
  public RootVersion() {}

  @Override
  public String[] getVersion() {
    if (spec != null && spec.parent() != null) {
      return spec.root().version();
    }
    String version = RootVersion.class.getPackage().getImplementationVersion();
    return new String[] {"flagrant " + (version == null ? "(not from a jar)" : version)};
  }
}
