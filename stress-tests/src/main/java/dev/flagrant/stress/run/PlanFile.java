package dev.flagrant.stress.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The plan as it lies beside the results of its run. */
final class PlanFile {

  static final String NAME = "plan.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PlanFile() {}

  /**
   * Leaves a plan in a folder that has none.
   *
   * @throws IOException if it has one, or cannot be written
   */
  static void write(StressPlan plan, Path folder) throws IOException {
    try (OutputStream file =
        Files.newOutputStream(folder.resolve(NAME), StandardOpenOption.CREATE_NEW)) {
      JSON.writerWithDefaultPrettyPrinter().writeValue(file, plan);
    }
  }

  /**
   * The plan of the run that left this folder.
   *
   * @throws UnusableException if what is there is no plan
   * @throws IOException if it cannot be read
   */
  static StressPlan read(Path folder) throws UnusableException, IOException {
    byte[] file = Files.readAllBytes(folder.resolve(NAME));
    try {
      @Nullable StressPlan plan = JSON.readValue(file, StressPlan.class);
      if (plan == null) {
        throw damaged(folder);
      }
      return plan;
    } catch (JsonProcessingException e) {
      // What Jackson says of it helps nobody: people do not write this file.
      throw damaged(folder);
    }
  }

  private static UnusableException damaged(Path folder) {
    return new UnusableException(
        folder.resolve(NAME)
            + " is damaged, so nobody knows what was run there; delete that folder and run it"
            + " again");
  }
}
