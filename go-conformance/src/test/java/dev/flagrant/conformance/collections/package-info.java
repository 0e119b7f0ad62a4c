/**
 * The suites that others wrote for implementations of {@link java.util.Map}, run on GoMap. What is
 * left out of them stands, with its reason, in {@link
 * dev.flagrant.conformance.collections.SuppressedTests}.
 */
@NullMarked
package dev.flagrant.conformance.collections;

import org.jspecify.annotations.NullMarked;
