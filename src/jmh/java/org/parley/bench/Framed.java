package org.parley.bench;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;

/** Bytes behind their length in four, in one write: what the comparisons say to one another. */
final class Framed {
  private Framed() {}

  static void send(Socket socket, byte[] bytes) throws IOException {
    byte[] framed = new byte[4 + bytes.length];
    ByteBuffer.wrap(framed).putInt(bytes.length).put(bytes);
    new DataOutputStream(socket.getOutputStream()).write(framed);
  }

  static byte[] read(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  /** Sends it, and waits until as much came back. */
  static void echoed(Socket socket, DataInputStream in, byte[] bytes) throws IOException {
    send(socket, bytes);
    if (read(in).length != bytes.length) {
      throw new IOException("no echo");
    }
  }
}
