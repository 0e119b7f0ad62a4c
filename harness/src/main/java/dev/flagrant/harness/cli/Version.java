package dev.flagrant.harness.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest has it. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "flagrant " + number(),
      "Java " + Runtime.version() + ", " + System.getProperty("java.vm.name")
    };
  }

  /** The version alone. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }
}
