package dev.flagrant.harness.subjects;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * A test in which two threads must meet within an operation. Where they take turns on one processor
 * they hardly ever do, and the test is skipped.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
    value = "dev.flagrant.harness.subjects.Processors#areTwo",
    disabledReason = "it needs two processors")
public @interface NeedsTwoProcessors {}
