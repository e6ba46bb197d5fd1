package org.parley.app.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.parley.crypto.RunningSha256;

/**
 * Where the archive's bytes go, summed. What comes after {@link #holdTail} is held back, so that
 * the sum over all can take the place of the comment in which the archive ends.
 */
final class SealedOutput extends OutputStream {
  /** Bytes of the sum in hex. */
  static final int SUM_BYTES = 64;

  /** Stands in the comment until the sum is known. */
  static final String PLACE = "0".repeat(SUM_BYTES);

  private final OutputStream out;
  private final RunningSha256 sum = new RunningSha256();
  private final ByteArrayOutputStream tail = new ByteArrayOutputStream();
  private boolean holding;

  SealedOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    if (holding) {
      tail.write(from, offset, length);
    } else {
      sum.update(from, offset, length);
      out.write(from, offset, length);
    }
  }

  /** The rest is small, and ends in {@link #PLACE}. */
  void holdTail() {
    holding = true;
  }

  /** Writes what was held, with the sum in its place. */
  void seal() throws IOException {
    byte[] held = tail.toByteArray();
    int end = held.length - SUM_BYTES;
    byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
    if (end < 0 || !Arrays.equals(held, end, held.length, place, 0, SUM_BYTES)) {
      throw new IllegalStateException("an archive that does not end in its comment");
    }
    sum.update(held, 0, end);
    out.write(held, 0, end);
    out.write(HexFormat.of().formatHex(sum.digest()).getBytes(StandardCharsets.US_ASCII));
  }
}
