package dev.flagrant.benchmarks;

import java.util.function.Supplier;

/**
 * One measurement of a run: a process, or a few that belong together.
 *
 * @param name for people
 * @param work measures, keeps what it has measured, and answers with it in a few words
 */
record Step(String name, Supplier<String> work) {}
