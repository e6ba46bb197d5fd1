package org.parley.network;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;
import org.parley.session.Initiator;
import org.parley.session.OutgoingText;
import org.parley.session.PduEvent;
import org.parley.session.Reaction;
import org.parley.session.Responder;
import org.parley.session.SessionEnd;
import org.parley.session.TextOffer;
import org.parley.session.Verdict;

/** A listener on loopback whose responder remembers what happened, and machines to dial it. */
final class Loopback implements InboundHandler, AutoCloseable {
  static final String ID = "6f1dc595-0000-4000-8000-000000000001";

  final BlockingQueue<SessionEnd> ends = new ArrayBlockingQueue<>(1_000);
  final List<TextOffer> texts = new ArrayList<>();
  final Listener listener;
  private final byte[] secret;
  volatile Verdict verdict = Verdict.STORED;

  Loopback(byte[] secret, Clocks clocks) throws ListenException {
    this.secret = secret;
    this.listener = Listener.open(InetAddress.getLoopbackAddress(), 0, clocks, this);
  }

  static PeerName name(String text) {
    try {
      return PeerName.of(text);
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Initiator initiator(byte[] secret, String expected, String text) {
    return new Initiator(
        name("alice"),
        name(expected),
        peer -> SecretBytes.copyOf(secret),
        text == null ? null : new OutgoingText(ID, text),
        RandomSource.secure());
  }

  SessionEnd ended() throws InterruptedException {
    return ends.poll(60, TimeUnit.SECONDS);
  }

  @Override
  public Visit visit(String host) {
    Responder machine =
        new Responder(
            name("bob"),
            peer -> peer.equals(name("alice")) ? SecretBytes.copyOf(secret) : null,
            RandomSource.secure());
    return new Visit(machine, new Remembering(this));
  }

  @Override
  public void listenerFailed(String why) {
    throw new AssertionError(why);
  }

  @Override
  public void close() {
    listener.close();
  }

  /** Takes note of nothing but texts and ends. */
  static final class Remembering implements SessionObserver {
    private final Loopback home;

    Remembering(Loopback home) {
      this.home = home;
    }

    @Override
    public void record(List<PduEvent> events) {}

    @Override
    public Reaction settle(TextOffer offer, Settlement machine) {
      synchronized (home.texts) {
        home.texts.add(offer);
      }
      return machine.answered(home.verdict);
    }

    @Override
    public void ended(SessionEnd end) {
      if (home != null) {
        home.ends.add(end);
      }
    }
  }
}
