package org.parley.vault;

/**
 * What Argon2id is asked to cost, and what a file may ask for. Only {@link #STANDARD} is for the
 * program; tests of this package make cheaper ones.
 *
 * @param memoryKib memory of a new derivation, in KiB
 * @param iterations passes of a new derivation
 * @param leastMemoryKib below this a file is refused: somebody made its password cheap to guess
 * @param mostMemoryKib above this a file is refused, before any of it is allocated
 * @param leastIterations below this a file is refused
 * @param mostIterations above this a file is refused
 */
record KdfPolicy(
    int memoryKib,
    int iterations,
    int leastMemoryKib,
    int mostMemoryKib,
    int leastIterations,
    int mostIterations) {
  /** 128 MiB and 3 passes; files between 64 MiB and 1 GiB and between 3 and 10 passes. */
  static final KdfPolicy STANDARD = new KdfPolicy(131_072, 3, 65_536, 1_048_576, 3, 10);
}
