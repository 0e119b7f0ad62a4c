package dev.flagrant.benchmarks.workload;

import dev.flagrant.benchmarks.maps.KeyKind;

/**
 * What a workload runs on.
 *
 * @param maps makes the maps
 * @param keys the kind of keys
 * @param probes whether the maps are asked with the objects they hold
 * @param size the entries of each map
 */
public record Setting(MapFactory maps, KeyKind keys, ProbeKind probes, int size) {}
