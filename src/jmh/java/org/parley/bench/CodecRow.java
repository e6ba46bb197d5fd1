package org.parley.bench;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@link CodecBench} by JMH, each side in a process of its own each round. */
final class CodecRow implements Row {
  private boolean warm;

  @Override
  public String what() {
    return "a PDU written and read | org.json, bare HMAC and CRC";
  }

  @Override
  public int rounds() {
    return 5;
  }

  @Override
  public Lap round() throws RunnerException {
    if (!warm) { // each process warms up by itself
      warm = true;
      return new Lap(1, 1);
    }
    return new Lap(seconds("parley"), seconds("orgJson"));
  }

  private static double seconds(String method) throws RunnerException {
    double nanos =
        new Runner(
                new OptionsBuilder()
                    .include(CodecBench.class.getName() + "." + method + "$")
                    .forks(1)
                    .warmupIterations(3)
                    .warmupTime(TimeValue.milliseconds(700))
                    .measurementIterations(2)
                    .measurementTime(TimeValue.milliseconds(500))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .runSingle()
            .getPrimaryResult()
            .getScore();
    return nanos / 1e9;
  }

  @Override
  public void close() {}
}
