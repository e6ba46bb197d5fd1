package org.parley.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A wire between two peers that is cut once so many bytes of one direction have passed. */
final class Scissors implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;
  private volatile int thereLeft = Integer.MAX_VALUE;
  private volatile int backLeft = Integer.MAX_VALUE;
  private volatile boolean hard;

  Scissors(int target) throws IOException {
    this.target = target;
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /**
   * Cuts the next connections after so many bytes.
   *
   * @param there whether those of who dials are counted
   * @param reset whether it ends as where a machine is gone, else as where a program is
   */
  void cutAfter(int bytes, boolean there, boolean reset) {
    hard = reset;
    thereLeft = there ? bytes : Integer.MAX_VALUE;
    backLeft = there ? Integer.MAX_VALUE : bytes;
  }

  void mend() {
    cutAfter(Integer.MAX_VALUE, true, false);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "scissors");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket from = server.accept();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
        int there = thereLeft;
        int back = backLeft;
        start(() -> handOn(from, to, there));
        start(() -> handOn(to, from, back));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void handOn(Socket from, Socket to, int most) {
    byte[] chunk = new byte[8_192];
    int left = most;
    try {
      while (left > 0) {
        int count = from.getInputStream().read(chunk, 0, Math.min(left, chunk.length));
        if (count < 0) {
          to.shutdownOutput();
          return;
        }
        to.getOutputStream().write(chunk, 0, count);
        left -= count;
      }
    } catch (IOException e) {
      left = 0; // the other direction was cut
    }
    cut(from);
    cut(to);
  }

  private void cut(Socket socket) {
    try {
      if (hard) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException e) {
      return; // gone, which is what was wanted
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
