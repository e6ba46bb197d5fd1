package org.parley.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.parley.name.PeerName;
import org.parley.network.SessionObserver.RecordingException;
import org.parley.session.Responder;
import org.parley.session.SessionMachine;
import org.parley.waits.Waiting;

/**
 * Accepts connections and runs responders on a pool of its own, at most {@link #MOST_CONNECTIONS}
 * at once. Who has not authenticated is kept in bounds by {@link Admission}, who keeps failing to
 * by {@link Backoff}, who did and comes again and again by {@link Crowd}.
 */
public final class Listener implements AutoCloseable {
  /** All connections together, one thread each; more are closed as they come. */
  static final int MOST_CONNECTIONS = 256;

  private static final int BACKLOG = 128;
  private static final int FIRST_FREE_PORT = 1024; // below, Unix may ask for privileges
  private static final int ACCEPT_PAUSE_MILLIS = 100;
  private static final long CLOSE_SECONDS = 5;

  /** Above all deadlines of a connection together. */
  private static final long FINISH_SECONDS = 120;

  private final ServerSocket server;
  private final Clocks clocks;
  private final InboundHandler handler;
  private final Watchdog watchdog = new Watchdog();
  private final Admission<Connection> admission = new Admission<>();
  private final Backoff backoff = new Backoff();
  private final Crowd<Connection> crowd = new Crowd<>();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ThreadPoolExecutor pool;
  private final Thread acceptor = daemon(this::acceptAll, "parley-listener");

  private Listener(ServerSocket server, Clocks clocks, InboundHandler handler) {
    this.server = server;
    this.clocks = clocks;
    this.handler = handler;
    this.pool =
        new ThreadPoolExecutor(
            0,
            MOST_CONNECTIONS,
            10,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> daemon(task, "parley-inbound"));
  }

  /**
   * Begins to accept.
   *
   * @param port 0 for any free one
   * @throws ListenException where the port cannot be had
   */
  public static Listener open(InetAddress at, int port, Clocks clocks, InboundHandler handler)
      throws ListenException {
    Waiting.begins();
    ServerSocket server = null;
    try {
      server = new ServerSocket();
      // Without it a restart within a minute would find the port "in use" by dead connections.
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(at, port), BACKLOG);
    } catch (IOException e) {
      closeQuietly(server);
      throw new ListenException(kindOf(e, at, port), e);
    }
    Listener listener = new Listener(server, clocks, handler);
    listener.acceptor.start();
    return listener;
  }

  private static ListenException.Kind kindOf(IOException e, InetAddress at, int port) {
    // The system's own words say it best, but in the user's language.
    if (!isOurs(at)) {
      return ListenException.Kind.NO_SUCH_ADDRESS;
    }
    boolean guarded = port > 0 && port < FIRST_FREE_PORT;
    return guarded && !isInUse(e)
        ? ListenException.Kind.NOT_ALLOWED
        : ListenException.Kind.PORT_IN_USE;
  }

  private static boolean isInUse(IOException e) {
    return String.valueOf(e.getMessage()).contains("in use");
  }

  private static boolean isOurs(InetAddress at) {
    try {
      return at.isAnyLocalAddress() || NetworkInterface.getByInetAddress(at) != null;
    } catch (SocketException e) {
      return true; // it cannot be told: then what is usual is said
    }
  }

  /** The address it listens on; the wildcard address for all. */
  public InetAddress address() {
    return server.getInetAddress();
  }

  /** The port it listens on. */
  public int port() {
    return server.getLocalPort();
  }

  /** Whether it still accepts. */
  public boolean accepting() {
    return !server.isClosed();
  }

  /** Connections that stand now. */
  public int connections() {
    return open.size();
  }

  private void acceptAll() {
    try {
      while (!server.isClosed()) {
        try {
          serve(server.accept());
        } catch (IOException e) {
          if (!server.isClosed()) {
            pauseAfter(e);
          }
        }
      }
    } finally {
      // However this thread ends, nobody may believe that somebody still accepts.
      if (!server.isClosed()) {
        closeQuietly(server);
        handler.listenerFailed("the listener's thread ended");
      }
    }
  }

  /** Too many open files, say: that passes, and meanwhile the loop must not spin. */
  private void pauseAfter(IOException e) {
    try {
      if (closing.await(ACCEPT_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      handler.listenerFailed(String.valueOf(e.getMessage()));
      close();
    }
  }

  private void serve(Socket socket) {
    try {
      socket.setTcpNoDelay(true);
    } catch (SocketException e) {
      closeQuietly(socket); // gone before it was served
      return;
    }
    String host = socket.getInetAddress().getHostAddress();
    InboundHandler.Visit visit = handler.visit(host);
    Guard guard = new Guard(host);
    Connection connection =
        new Connection(socket, visit.machine(), visit.observer(), clocks, watchdog, guard);
    guard.connection = connection;
    Connection victim = admission.admit(connection);
    if (victim != null) {
      victim.close();
    }
    open.add(connection);
    if (closing.getCount() == 0) {
      connection.close(); // accepted while the listener closed, which may have passed it by
    }
    try {
      pool.execute(() -> run(connection, visit.machine(), guard));
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      // No place, or, says the error, no thread: for this one, not for those that come later.
      finish(connection);
      visit.machine().close();
    }
  }

  private void run(Connection connection, Responder machine, Guard guard) {
    try {
      connection.run();
    } catch (RecordingException e) {
      handler.listenerFailed(String.valueOf(e.getMessage()));
    } finally {
      guard.ended(machine);
      finish(connection);
    }
  }

  private void finish(Connection connection) {
    admission.leave(connection);
    connection.close();
    open.remove(connection);
  }

  /** Stops accepting, and waits for what stands to come to its end: at most two minutes. */
  public void finish() {
    stopAccepting();
    pool.shutdown();
    try {
      pool.awaitTermination(FINISH_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops accepting, ends what stands, and waits a moment for it to be recorded. */
  @Override
  public void close() {
    Waiting.begins();
    stopAccepting();
    open.forEach(Connection::close);
    pool.shutdown();
    try {
      pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    watchdog.close();
  }

  /** The system keeps a closed socket listening while a thread still waits in its accept. */
  private void stopAccepting() {
    closing.countDown();
    closeQuietly(server);
    if (Thread.currentThread() != acceptor) {
      try {
        acceptor.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void closeQuietly(java.io.@org.jspecify.annotations.Nullable Closeable what) {
    try {
      if (what != null) {
        what.close();
      }
    } catch (IOException e) {
      return; // nothing was promised over it
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Admission and back-off of one connection. */
  private final class Guard implements Connection.Hooks {
    private final String host;
    private @org.jspecify.annotations.Nullable Connection connection;
    private @org.jspecify.annotations.Nullable String name;

    Guard(String host) {
      this.host = host;
    }

    @Override
    public long delayMillis(SessionMachine machine) {
      return machine.peer() == null
          ? 0
          : backoff.delayMillis(machine.peer().toString(), host, clocks.now().monoMillis());
    }

    @Override
    public void advanced(SessionMachine machine) {
      if (connection == null) {
        return;
      }
      if (machine.authenticated()) {
        authenticated(connection, String.valueOf(machine.peer()));
      } else {
        admission.advanced(connection, machine.step());
      }
    }

    private void authenticated(Connection now, String peer) {
      if (name == null) {
        name = peer;
        admission.leave(now);
        Connection victim = crowd.join(peer, now);
        if (victim != null) {
          victim.close();
        }
      }
    }

    void ended(Responder machine) {
      if (name != null && connection != null) {
        crowd.leave(name, connection);
      }
      PeerName peer = machine.peer();
      if (peer == null) {
        return;
      }
      if (machine.failedAuthentication()) {
        backoff.failed(peer.toString(), host, clocks.now().monoMillis());
      } else if (machine.authenticated()) {
        backoff.succeeded(peer.toString(), host);
      }
    }
  }
}
