package dev.flagrant.stress.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jcstress.vm.CompileMode;

/** Of which configurations the samples count as compiled by C2. */
class EvidenceTest {

  @ParameterizedTest
  @CsvSource({
    "-XX:-TieredCompilation, true",
    "-XX:+UseSerialGC -XX:-TieredCompilation, true",
    "-XX:TieredStopAtLevel=1, false",
    "-Xint, false",
    "-Xint -XX:-TieredCompilation, false",
    "-XX:-TieredCompilation -XX:+TieredCompilation, false",
    "-XX:+TieredCompilation -XX:-TieredCompilation, true"
  })
  void theOptionThatCountsForTheJvmCounts(String options, boolean compiled) {
    assertThat(Evidence.isCompiledByC2(List.of(options.split(" ")), CompileMode.UNIFIED, 2))
        .isEqualTo(compiled);
  }
}
