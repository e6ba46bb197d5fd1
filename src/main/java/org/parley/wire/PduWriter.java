package org.parley.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Puts PDUs on a stream as a sender does: each ended by one LF, each in one write, so that an
 * unbuffered socket sends it in one piece. For one thread.
 */
public final class PduWriter {
  private final OutputStream out;

  /** Writes to {@code out}, which stays the caller's to close. */
  public PduWriter(OutputStream out) {
    this.out = out;
  }

  /** Writes and flushes one PDU. */
  public void write(byte[] pdu) throws IOException {
    out.write(line(pdu));
    out.flush();
  }

  /** The PDU as it leaves: with its LF. */
  public static byte[] line(byte[] pdu) {
    byte[] line = Arrays.copyOf(pdu, pdu.length + 1);
    line[pdu.length] = '\n';
    return line;
  }
}
