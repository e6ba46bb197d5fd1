package org.parley.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * A message by a new connection, all twelve PDUs and their rows, but without the sync before the
 * acknowledgement; against the same message echoed over TLS 1.3 ({@link TlsEcho}), which keeps
 * nothing.
 */
final class TlsRow implements Row {
  private static final int MESSAGES = 40;

  private final Path folder = Scratch.fresh();
  private final TwoPeers peers = new TwoPeers(folder, Unsynced::of);
  private final TlsEcho tls = new TlsEcho(folder.resolve("tls"));
  private final List<String> texts =
      ConnectRow.messages(MESSAGES).stream().map(Corpus.Message::text).toList();
  private int exchanges;

  TlsRow() throws Exception {}

  @Override
  public String what() {
    return "a message, not synced | TLS 1.3, ffdhe2048, certificates, echo";
  }

  @Override
  public int rounds() {
    return 15;
  }

  @Override
  public int warmUps() {
    return FirstLaps.WARM_UPS;
  }

  @Override
  public int pieces() {
    return MESSAGES;
  }

  @Override
  public Lap round() throws Exception {
    double ours = peers.deliver(texts);
    long begin = System.nanoTime();
    for (String text : texts) {
      tls.exchange(text);
    }
    double theirs = Scratch.since(begin);
    exchanges += texts.size();
    if (tls.handshakes() != exchanges) {
      throw new IllegalStateException("a TLS session was resumed");
    }
    return new Lap(ours, theirs);
  }

  @Override
  public void close() throws Exception {
    tls.close();
    peers.close();
    Scratch.delete(folder);
  }
}
