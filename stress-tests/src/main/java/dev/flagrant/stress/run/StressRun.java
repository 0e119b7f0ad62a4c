package dev.flagrant.stress.run;

import dev.flagrant.stress.race.Trials;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jcstress.Main;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * One run in a folder of its own, where JCStress leaves its results and its output ({@value
 * #OUTPUT}) beside the plan. Tests with more actors than this machine has processors are run after
 * the others, {@link Oversubscribed}.
 */
public final class StressRun {

  static final String OUTPUT = "output.txt";

  private static final Pattern STATUS =
      Pattern.compile(
          "\\(Results: (\\d+) planned; (\\d+) passed, (\\d+) failed, (\\d+) soft errs, (\\d+) hard"
              + " errs\\)");
  private static final int WARNS_OF_NATIVE_ACCESS = 24;

  private final StressPlan plan;
  private final Jdk jdk;
  private final String classPath;

  /**
   * A run.
   *
   * @param extraClassPath comes before this project's own classes; may be empty
   */
  public StressRun(StressPlan plan, Jdk jdk, String extraClassPath) {
    this.plan = plan;
    this.jdk = jdk;
    String own = System.getProperty("java.class.path");
    this.classPath =
        absolute(extraClassPath.isEmpty() ? own : extraClassPath + File.pathSeparator + own);
  }

  /** Hears how far a run is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * A JVM has ended.
     *
     * @param done JVMs that have ended
     * @param planned all of them
     * @param bad those that showed something forbidden or failed
     */
    void at(int done, int planned, int bad);
  }

  /**
   * Runs tests of the plan to their end; results of earlier calls, for earlier rounds, stay. The
   * exit status of JCStress is not looked at: the results decide.
   *
   * @param folder one that {@link RunsFolder#newRun} has made
   * @throws IOException if nothing can be run or written
   */
  public void run(Collection<String> tests, int round, Path folder, Progress progress)
      throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    TreeMap<Integer, List<String>> byProcessors =
        tests.stream()
            .collect(
                Collectors.groupingBy(
                    test -> Math.max(processors, actors(test)), TreeMap::new, Collectors.toList()));
    for (Map.Entry<Integer, List<String>> each : byProcessors.entrySet()) {
      boolean enough = each.getKey() == processors;
      runTogether(command(each.getValue(), round, each.getKey(), enough), folder, progress);
    }
  }

  /** A test that is required and not there has none: the verdict on it is that it was never run. */
  private static int actors(String test) {
    return TestList.tests().contains(test) ? TestList.getInfo(test).threads() : 0;
  }

  private void runTogether(List<String> command, Path folder, Progress progress)
      throws IOException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    Thread end = new Thread(() -> destroy(process), "flagrant: end of JCStress");
    Runtime.getRuntime().addShutdownHook(end);
    Watch watch = new Watch(process, plan.mode().patience(), folder);
    try (BufferedReader in = process.inputReader();
        BufferedWriter out =
            Files.newBufferedWriter(
                folder.resolve(OUTPUT), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      int last = -1;
      String line;
      while ((line = in.readLine()) != null) {
        out.write(line);
        out.newLine();
        watch.sawOutput();
        Matcher status = STATUS.matcher(line);
        if (status.find()) {
          int passed = Integer.parseInt(status.group(2));
          int bad = number(status, 3) + number(status, 4) + number(status, 5);
          if (passed + bad > last) {
            last = passed + bad;
            progress.at(last, number(status, 1), bad);
          }
        }
      }
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      watch.end();
      destroy(process);
      remove(end);
    }
  }

  private static void remove(Thread hook) {
    try {
      var unused = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending, as by an interrupt from the terminal, and the hook is at work.
    }
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static void destroy(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private List<String> command(
      Collection<String> tests, int round, int processors, boolean enough) {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    if (jdk.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-Djcstress.console.printIntervalMs=0");
    command.addAll(List.of("-cp", classPath));
    if (enough) {
      command.add(Main.class.getName());
    } else {
      command.add(1, "-XX:ActiveProcessorCount=" + processors);
      command.add(Oversubscribed.class.getName());
      command.addAll(List.of("-af", "NONE", "-spinStyle", "THREAD_YIELD"));
    }
    List<String> jvmOptions = new ArrayList<>(plan.jvmOptions());
    jvmOptions.add("-D" + Trials.MAP_PROPERTY + "=" + plan.map());
    if (!plan.detects().isEmpty()) {
      jvmOptions.add("-D" + Trials.DETECTS_PROPERTY + "=" + String.join(",", plan.detects()));
    }
    command.addAll(plan.mode().jcstressOptions(round, jvmOptions));
    command.add("-t");
    command.add(tests.stream().map(Pattern::quote).collect(Collectors.joining("|", "^(", ")$")));
    command.addAll(List.of("-r", "html"));
    return command;
  }

  private static String absolute(String path) {
    return Arrays.stream(path.split(Pattern.quote(File.pathSeparator), -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
