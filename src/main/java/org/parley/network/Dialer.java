package org.parley.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;
import org.parley.network.SessionObserver.RecordingException;
import org.parley.session.Initiator;
import org.parley.session.SessionEnd;
import org.parley.waits.Waiting;

/**
 * Opens connections and runs initiators on the caller's thread. Safe for use by several threads.
 */
public final class Dialer implements AutoCloseable {
  /** How long to look for somebody at all addresses of a host together. */
  static final int CONNECT_MILLIS = 10_000;

  private final Clocks clocks;
  private final Watchdog watchdog = new Watchdog();
  private final Resolver resolver;

  /** A dialer by these clocks. */
  public Dialer(Clocks clocks) {
    this(clocks, InetAddress::getAllByName);
  }

  /** With another name service. */
  Dialer(Clocks clocks, Resolver.NameService names) {
    this.clocks = clocks;
    this.resolver = new Resolver(names);
  }

  /**
   * Connects and runs the initiator to its end. Blocks for at most about a minute and a half.
   *
   * @param host an address or a host name
   * @param machine a fresh one; closed in any case
   * @param onSocket is given, before each step that waits, what ends the call when closed from
   *     another thread
   * @throws NotConnectedException where no connection came about
   * @throws RecordingException where the session had to end because the journal failed
   */
  public SessionEnd dial(
      String host,
      int port,
      Initiator machine,
      SessionObserver observer,
      Consumer<Closeable> onSocket)
      throws NotConnectedException, RecordingException {
    Waiting.begins();
    try (machine) {
      Socket socket = connect(host, port, onSocket);
      return new Connection(socket, machine, observer, clocks, watchdog, Connection.Hooks.NONE)
          .run();
    }
  }

  private Socket connect(String host, int port, Consumer<Closeable> onSocket)
      throws NotConnectedException {
    InetAddress[] addresses = resolver.resolve(host, CONNECT_MILLIS, onSocket);
    long end = clocks.now().monoMillis() + CONNECT_MILLIS;
    NetworkFailure failure = NetworkFailure.UNREACHABLE;
    for (int i = 0; i < addresses.length; i++) {
      // A share each: one address that drops what comes must not use up the time of the others.
      long left = (end - clocks.now().monoMillis()) / (addresses.length - i);
      if (left <= 0) {
        break;
      }
      Socket socket = new Socket();
      onSocket.accept(socket);
      try {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(addresses[i], port), (int) left);
        return socket;
      } catch (IOException e) {
        NetworkFailure now = failureOf(e, socket);
        closeQuietly(socket);
        if (now == NetworkFailure.CANCELLED) {
          throw new NotConnectedException(now);
        }
        // That a machine answered says more than that another did not.
        failure = failure == NetworkFailure.REFUSED ? failure : now;
      }
    }
    throw new NotConnectedException(failure);
  }

  private static NetworkFailure failureOf(IOException e, Socket socket) {
    if (socket.isClosed()) {
      return NetworkFailure.CANCELLED;
    }
    String message = String.valueOf(e.getMessage());
    if (e instanceof ConnectException && !message.contains("timed out")) {
      return NetworkFailure.REFUSED;
    }
    return message.contains("reset") ? NetworkFailure.RESET : NetworkFailure.UNREACHABLE;
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It never connected: there is nothing to lose, and the caller is told why it did not.
      return;
    }
  }

  @Override
  public void close() {
    resolver.close();
    watchdog.close();
  }

  /** No connection came about. */
  public static final class NotConnectedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final NetworkFailure failure;

    NotConnectedException(NetworkFailure failure) {
      super(failure.name());
      this.failure = failure;
    }

    /** Why. */
    public NetworkFailure failure() {
      return failure;
    }
  }
}
