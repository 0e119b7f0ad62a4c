package dev.flagrant.benchmarks.workload;

/**
 * Whether a map is asked with the key object that it holds. Programs mostly ask with another one
 * that is equal to it, and a map that compares by identity first then gains nothing by that.
 */
public enum ProbeKind {
  EQUAL,
  IDENTICAL
}
