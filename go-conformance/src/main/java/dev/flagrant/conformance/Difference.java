package dev.flagrant.conformance;

/**
 * The first difference between a subject and real Go.
 *
 * @param operation the number of the operation after which it shows, counted from 1
 * @param text what was expected and what was got, in one or more lines
 */
public record Difference(long operation, String text) {}
