package dev.flagrant.benchmarks.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes results.json. */
public final class ResultsFile {
  /** Its name in the folder of a run. */
  public static final String NAME = "results.json";

  /** For all JSON of this module. */
  public static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ResultsFile() {}

  /** Writes a run into its folder, in place of an earlier one. */
  public static void write(Campaign campaign, Path folder) throws IOException {
    Files.createDirectories(folder);
    WholeFile.write(folder.resolve(NAME), JSON.writeValueAsBytes(campaign));
  }

  /** Reads the run of a folder. */
  public static Campaign read(Path folder) throws IOException {
    Campaign campaign = JSON.readValue(folder.resolve(NAME).toFile(), Campaign.class);
    if (campaign == null) {
      throw new IOException(folder.resolve(NAME) + " holds nothing");
    }
    return campaign;
  }
}
