package org.parley.messaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A wire between two peers on which one bit of one PDU can be changed. */
final class Meddler implements AutoCloseable {
  private static final List<Integer> THERE = List.of(1, 3, 5, 7, 9, 10, 12);
  private static final List<Integer> BACK = List.of(2, 4, 6, 8, 11);

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicInteger connections = new AtomicInteger();
  private final int target;
  private volatile int step;
  private volatile int part;
  private volatile boolean always;

  Meddler(int target) throws IOException {
    this.target = target;
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  /** Of the next PDU of that step, a bit in its first byte (0), its middle (1) or near its end. */
  void flip(int ofStep, int inPart) {
    part = inPart;
    step = ofStep;
  }

  void flipAlways(int ofStep) {
    always = true;
    flip(ofStep, 1);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "meddler");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    try {
      while (true) {
        Socket from = server.accept();
        connections.incrementAndGet();
        Socket to = new Socket(InetAddress.getLoopbackAddress(), target);
        start(() -> handOn(from, to, THERE));
        start(() -> handOn(to, from, BACK));
      }
    } catch (IOException e) {
      return; // closed
    }
  }

  private void handOn(Socket from, Socket to, List<Integer> steps) {
    try {
      InputStream in = from.getInputStream();
      for (int i = 0; true; i++) {
        byte[] line = line(in);
        if (line.length == 0) {
          break;
        }
        if (i < steps.size() && steps.get(i) == step) {
          line[at(line)] ^= 1;
          step = always ? step : 0;
        }
        to.getOutputStream().write(line);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private int at(byte[] line) {
    return part == 0 ? 0 : part == 1 ? middle(line) : line.length - 12; // in "SHA256"
  }

  // Not in a quote or a brace: without it the PDU has no end, and the reader rightly waits for one.
  private static int middle(byte[] line) {
    int at = line.length / 2;
    while ("\"{}".indexOf(line[at]) >= 0) {
      at--;
    }
    return at;
  }

  private static byte[] line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    while (b >= 0) {
      line.write(b);
      if (b == '\n') {
        break;
      }
      b = in.read();
    }
    return line.toByteArray();
  }

  private static void close(Socket socket) {
    try {
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
