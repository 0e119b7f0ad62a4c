package dev.flagrant.map.runtime;

import java.util.Arrays;

/** The sizes in which Go 1.19 hands out memory: Go's {@code runtime/sizeclasses.go}. */
final class SizeClasses {
  private static final int[] SMALL = {
    0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320,
    352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048,
    2304, 2688, 3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240,
    10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768
  };

  private static final int MAX_SMALL_SIZE = 32768;
  private static final int PAGE_SIZE = 8192;

  private SizeClasses() {}

  /** The bytes that Go hands out when asked for some. Go's {@code roundupsize}. */
  static long roundUpSize(long size) {
    if (size < MAX_SMALL_SIZE) {
      int at = Arrays.binarySearch(SMALL, (int) size);
      return SMALL[at < 0 ? ~at : at];
    }
    return (size + PAGE_SIZE - 1) / PAGE_SIZE * PAGE_SIZE;
  }
}
