package dev.flagrant.benchmarks.measure;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the thread that measures whether a collection stopped it since it last asked. */
final class CollectionWatch {
  private final List<GarbageCollectorMXBean> beans =
      ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
          // Its cycles run beside the program; the pauses of G1 are with the other two beans.
          .filter(bean -> !bean.getName().contains("Concurrent"))
          .toList();

  private long seen = countNow();
  private long count;
  private double totalMillis;
  private double longestMillis;

  /** Forgets what was before. */
  void reset() {
    seen = countNow();
    count = 0;
    totalMillis = 0;
    longestMillis = 0;
  }

  /** Whether there was one since the last call. */
  boolean happened() {
    long now = countNow();
    if (now == seen) {
      return false;
    }
    count += now - seen;
    seen = now;
    double millis = lastMillis();
    totalMillis += millis;
    longestMillis = Math.max(longestMillis, millis);
    return true;
  }

  long count() {
    return count;
  }

  double totalMillis() {
    return totalMillis;
  }

  double longestMillis() {
    return longestMillis;
  }

  private long countNow() {
    return beans.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
  }

  private double lastMillis() {
    @Nullable GcInfo latest = null;
    for (GarbageCollectorMXBean bean : beans) {
      GcInfo info = bean.getLastGcInfo();
      if (info != null && (latest == null || info.getEndTime() > latest.getEndTime())) {
        latest = info;
      }
    }
    return latest == null ? 0 : latest.getDuration();
  }
}
