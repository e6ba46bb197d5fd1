package org.parley.network;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.network.SessionObserver.RecordingException;
import org.parley.session.Direction;
import org.parley.session.PduEvent;
import org.parley.session.Reaction;
import org.parley.session.Responder;
import org.parley.session.SessionEnd;
import org.parley.session.SessionMachine;
import org.parley.session.Verdict;
import org.parley.wire.Frame;
import org.parley.wire.MsgType;
import org.parley.wire.PduReader;
import org.parley.wire.PduWriter;

/**
 * Drives one machine over one socket, on the thread that calls {@link #run}. {@link #close} may be
 * called from any thread and ends it.
 */
final class Connection implements AutoCloseable {
  /** How long a write may hang before the connection is ended. */
  static final long WRITE_MILLIS = 10_000;

  private static final int CHUNK = 8_192;
  private static final int LINGER_MILLIS = 500;
  private static final int LINGER_BYTES = 262_144;

  /** What the listener does between two steps; a dialer needs none of it. */
  interface Hooks {
    /** How long the peer, whose name is known now, waits before we go on. */
    long delayMillis(SessionMachine machine);

    /** The machine has got this far. */
    void advanced(SessionMachine machine);

    /** No hooks. */
    Hooks NONE =
        new Hooks() {
          @Override
          public long delayMillis(SessionMachine machine) {
            return 0;
          }

          @Override
          public void advanced(SessionMachine machine) {}
        };
  }

  private final Socket socket;
  private final SessionMachine machine;
  private final SessionObserver observer;
  private final Clocks clocks;
  private final Watchdog watchdog;
  private final Hooks hooks;
  private final PduReader reader = new PduReader();
  private final byte[] chunk = new byte[CHUNK];
  private final CountDownLatch closed = new CountDownLatch(1);
  private int from;
  private int to;
  private boolean lost;

  Connection(
      Socket socket,
      SessionMachine machine,
      SessionObserver observer,
      Clocks clocks,
      Watchdog watchdog,
      Hooks hooks) {
    this.socket = socket;
    this.machine = machine;
    this.observer = observer;
    this.clocks = clocks;
    this.watchdog = watchdog;
    this.hooks = hooks;
  }

  /**
   * Runs the session to its end and closes the socket. The observer has heard everything by then,
   * the end included.
   *
   * @throws RecordingException where the session had to end because something could not be
   *     recorded; then nothing that depended on it was sent
   */
  SessionEnd run() throws RecordingException {
    try (machine;
        this) {
      Reaction reaction = machine.start(clocks.now());
      observer.record(reaction.events());
      while (true) {
        write(reaction);
        hooks.advanced(machine);
        reader.setLimit(machine.pduLimit());
        if (reaction.next() == Reaction.Next.END) {
          SessionEnd end = Objects.requireNonNull(reaction.end());
          linger(saysNo(reaction));
          observer.ended(end);
          return end;
        }
        reaction = proceed(reaction);
      }
    }
  }

  /** The next reaction, recorded. */
  private Reaction proceed(Reaction reaction) throws RecordingException {
    if (!lost && reaction.next() == Reaction.Next.ANSWER) {
      return observer.settle(
          Objects.requireNonNull(reaction.offer()), new MachineSettlement((Responder) machine));
    }
    Reaction next =
        lost
            ? machine.connectionLost(clocks.now())
            : reaction.next() == Reaction.Next.RESUME ? resume() : receive(reaction.deadlineMono());
    observer.record(next.events());
    return next;
  }

  private Reaction resume() {
    long delay = hooks.delayMillis(machine);
    if (delay > 0 && pause(delay)) {
      return machine.connectionLost(clocks.now());
    }
    return machine.resume(clocks.now());
  }

  /** Waits; true where the connection was closed, or the thread asked to stop, meanwhile. */
  private boolean pause(long millis) {
    try {
      return closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Reaction receive(long deadlineMono) {
    try {
      InputStream in = socket.getInputStream();
      while (true) {
        Frame frame = nextFrame();
        if (frame != null) {
          return machine.received(frame, clocks.now());
        }
        long left = deadlineMono - clocks.now().monoMillis();
        if (left <= 0) {
          return machine.deadline(clocks.now());
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        int count;
        try {
          count = in.read(chunk);
        } catch (SocketTimeoutException e) {
          continue; // the clock says whether that was the deadline
        }
        if (count < 0) {
          return reader.pending()
              ? machine.connectionLost(clocks.now())
              : machine.peerClosed(clocks.now());
        }
        from = 0;
        to = count;
      }
    } catch (IOException e) {
      return machine.connectionLost(clocks.now());
    }
  }

  private @Nullable Frame nextFrame() {
    while (from < to) {
      from += reader.feed(chunk, from, to - from);
      Frame frame = reader.poll();
      if (frame != null) {
        return frame;
      }
    }
    return null;
  }

  private void write(Reaction reaction) {
    for (PduEvent event : reaction.events()) {
      if (event.direction() != Direction.SENT || lost) {
        continue;
      }
      try (Watchdog.Watch watch = watchdog.closeIn(WRITE_MILLIS, socket)) {
        // One write a PDU: one segment where it fits.
        socket.getOutputStream().write(PduWriter.line(event.wire()));
      } catch (IOException e) {
        lost = true;
      }
    }
  }

  private static boolean saysNo(Reaction reaction) {
    return reaction.events().stream()
        .anyMatch(
            e -> e.direction() == Direction.SENT && MsgType.NACK.wireName().equals(e.msgType()));
  }

  /**
   * Reads on for a moment where the peer is still sending: closing a socket with unread bytes
   * resets the connection, and the peer would lose our last PDU.
   *
   * @param refused whether that says no to what may not have come whole yet
   */
  private void linger(boolean refused) {
    try {
      if (lost || socket.isClosed()) {
        return;
      }
      if (!refused && from == to && socket.getInputStream().available() == 0) {
        return;
      }
      socket.shutdownOutput();
      long end = clocks.now().monoMillis() + LINGER_MILLIS;
      int left = LINGER_BYTES;
      int wait = LINGER_MILLIS;
      while (left > 0 && wait > 0) {
        socket.setSoTimeout(wait);
        int count = socket.getInputStream().read(chunk);
        if (count < 0) {
          return;
        }
        left -= count;
        wait = (int) (end - clocks.now().monoMillis());
      }
    } catch (IOException e) {
      lost = true; // the end stands as it is
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
    } catch (IOException e) {
      lost = true; // a socket that cannot be closed is of no use to either side
    }
  }

  private final class MachineSettlement implements SessionObserver.Settlement {
    private final Responder responder;

    MachineSettlement(Responder responder) {
      this.responder = responder;
    }

    @Override
    public Reaction answered(Verdict verdict) {
      return responder.answered(verdict, clocks.now());
    }

    @Override
    public Reaction storageFailed() {
      return responder.storageFailed(clocks.now());
    }
  }
}
