/**
 * Benchmarks, compiled with the Maven profile {@code bench} only. Each compares with something that
 * others can run, in the same process and on the same data, and prints ratios: absolute figures are
 * of one machine.
 */
package org.parley.bench;
