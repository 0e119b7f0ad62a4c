/**
 * The verdict that JCStress itself cannot give. JCStress fails a test that shows a forbidden
 * outcome; here a test also fails that does not show what it must.
 */
@NullMarked
package dev.flagrant.stress.verdict;

import org.jspecify.annotations.NullMarked;
