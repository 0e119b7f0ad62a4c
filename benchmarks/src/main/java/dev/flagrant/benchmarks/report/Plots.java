package dev.flagrant.benchmarks.report;

import dev.flagrant.benchmarks.maps.Peer;
import dev.flagrant.benchmarks.model.Campaign;
import dev.flagrant.benchmarks.model.Latency;
import dev.flagrant.benchmarks.model.MemoryPoint;
import dev.flagrant.benchmarks.model.Platform;
import dev.flagrant.benchmarks.model.ScalePoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.series.Series;

/** The plots of a page, as SVG; one without data is left out. */
final class Plots {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 500;

  private final Path folder;
  private final List<String> written = new ArrayList<>();

  private Plots(Path folder) {
    this.folder = folder;
  }

  /** Writes them, and gives the names of their files. */
  static List<String> write(Campaign campaign, Path folder) throws IOException {
    // The charts are drawn into files only, also where there is no screen.
    System.setProperty("java.awt.headless", "true");
    Plots plots = new Plots(folder);
    plots.speed(campaign);
    plots.memory(campaign);
    plots.latency(campaign);
    plots.scaling(campaign, "hit", ScalePoint::hit);
    plots.scaling(campaign, "update", ScalePoint::update);
    plots.scaling(campaign, "insert", ScalePoint::insert);
    return plots.written;
  }

  /** Bars: each map beside HashMap, on each platform. */
  private void speed(Campaign campaign) throws IOException {
    Ratios ratios = new Ratios(campaign);
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("Speed, geometric mean over all workloads, HashMap = 1")
            .yAxisTitle("higher is faster")
            .build();
    chart.getStyler().setXAxisLabelRotation(30);
    List<Platform> platforms =
        campaign.timings().stream().map(timing -> timing.cell().platform()).distinct().toList();
    List<String> names =
        Arrays.stream(Peer.values())
            .filter(peer -> peer != Peer.GO_MAP_RANGE)
            .map(Peer::label)
            .filter(peer -> besideHashMap(ratios, peer, platform -> true).isPresent())
            .toList();
    for (Platform platform : platforms) {
      // All bars of a chart have the same names; where a map was not measured, there is no bar.
      List<@Nullable Double> means = new ArrayList<>();
      for (String peer : names) {
        OptionalDouble mean = besideHashMap(ratios, peer, platform::equals);
        means.add(mean.isPresent() ? mean.getAsDouble() : null);
      }
      if (means.stream().anyMatch(Objects::nonNull)) {
        chart.addSeries(platform.toString(), names, means);
      }
    }
    save(chart, "performance-speed.svg");
  }

  private static OptionalDouble besideHashMap(
      Ratios ratios, String peer, Predicate<Platform> where) {
    return Ratios.geometricMean(
        ratios.all(peer, Peer.HASH_MAP.label(), cell -> where.test(cell.platform())));
  }

  private void memory(Campaign campaign) throws IOException {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (MemoryPoint point : campaign.memory()) {
      if (point.size() >= 500_000) {
        line(lines, point.peer() + ", " + point.runtime())
            .add(point.size(), point.bytes() / point.size());
      }
    }
    save(
        draw(lines, "Memory without keys and values", "entries", "bytes per entry", false),
        "performance-memory.svg");
  }

  private void latency(Campaign campaign) throws IOException {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Latency latency : campaign.latencies()) {
      String name =
          latency.peer()
              + ", "
              + latency.platform()
              + (latency.scheduled() ? ", on a schedule" : ", back to back");
      if (!lines.containsKey(name)) {
        double nines = 0;
        for (String percentile : List.of("p50", "p90", "p99", "p99.9", "p99.99")) {
          line(lines, name).add(nines++, Math.max(median(campaign, latency, percentile), 1));
        }
        double longest = median(campaign, latency, "max");
        line(lines, name).add(Math.log10(latency.entries()), Math.max(longest, 1));
      }
    }
    save(
        draw(
            lines,
            "A put while the map grows (median over repetitions; the last point is the longest)",
            "nines of the percentile",
            "ns",
            true),
        "performance-latency.svg");
  }

  private static double median(Campaign campaign, Latency like, String percentile) {
    return Metric.latency(campaign, like.peer(), like.platform(), like.scheduled(), percentile);
  }

  private void scaling(Campaign campaign, String what, ToDoubleFunction<ScalePoint> figure)
      throws IOException {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (ScalePoint point : campaign.scaling()) {
      line(lines, point.peer() + ", " + point.platform())
          .add(point.entries() / 1e6, figure.applyAsDouble(point));
    }
    save(
        draw(lines, "One very large map: " + what, "million entries", "ns per operation", false),
        "performance-scaling-" + what + ".svg");
  }

  private record Line(List<Double> x, List<Double> y) {
    void add(double atX, double atY) {
      x.add(atX);
      y.add(atY);
    }
  }

  private static Line line(Map<String, Line> lines, String name) {
    return lines.computeIfAbsent(name, unused -> new Line(new ArrayList<>(), new ArrayList<>()));
  }

  private static XYChart draw(
      Map<String, Line> lines, String title, String x, String y, boolean logarithmic) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart.getStyler().setYAxisLogarithmic(logarithmic);
    if (!logarithmic) {
      chart.getStyler().setYAxisMin(0.0);
    }
    lines.forEach((name, line) -> chart.addSeries(name, line.x(), line.y()));
    return chart;
  }

  private void save(Chart<?, ?> chart, String name) throws IOException {
    if (!chart.getSeriesMap().isEmpty()) {
      Path file = folder.resolve(name);
      VectorGraphicsEncoder.saveVectorGraphic(chart, file.toString(), VectorGraphicsFormat.SVG);
      // Letters are drawn as outlines, and to a billionth of a pixel.
      String drawing = Files.readString(file).replaceAll("(\\.\\d)\\d+", "$1").stripTrailing();
      Files.writeString(file, drawing + "\n" + dataOf(chart) + "\n");
      written.add(name);
    }
  }

  /**
   * A comment that names the data of a plot. The files themselves cannot be compared: where a
   * letter stands, and what it looks like, depends on the JDK and on the fonts of the machine.
   */
  private static String dataOf(Chart<?, ?> chart) {
    CRC32 digest = new CRC32();
    for (Series series : chart.getSeriesMap().values()) {
      add(digest, series.getName());
      if (series instanceof CategorySeries bars) {
        bars.getXData().forEach(label -> add(digest, String.valueOf(label)));
        bars.getYData()
            .forEach(value -> add(digest, value == null ? Double.NaN : value.doubleValue()));
      } else if (series instanceof XYSeries line) {
        Arrays.stream(line.getXData()).forEach(value -> add(digest, value));
        Arrays.stream(line.getYData()).forEach(value -> add(digest, value));
      }
    }
    return String.format(Locale.ROOT, "<!-- data %08x -->", digest.getValue());
  }

  private static void add(CRC32 digest, double value) {
    // Rounded: the last digits of a mean depend on the JVM.
    add(digest, String.format(Locale.ROOT, "%.4g", value));
  }

  private static void add(CRC32 digest, String text) {
    digest.update((text + '\n').getBytes(StandardCharsets.UTF_8));
  }
}
