package org.parley.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Connect, handshake, one text, durable acknowledgement, close; against the {@link Floor}. */
final class ConnectRow implements Row {
  private static final int MESSAGES = 25;
  // A connection runs through many times the code that its floor does, and that is compiled later.
  private static final int WARM_UPS = 20;

  private final Path folder = Scratch.fresh();
  private final TwoPeers peers = new TwoPeers(folder, UnaryOperator.identity());
  private final Floor floor = new Floor(folder.resolve("floor"));
  private final List<String> texts;
  private final List<List<byte[]>> rows;
  private final List<Lap> laps = new ArrayList<>();

  ConnectRow() throws Exception {
    List<Corpus.Message> messages = messages(MESSAGES);
    texts = messages.stream().map(Corpus.Message::text).toList();
    rows = Floor.rows(messages);
  }

  static List<Corpus.Message> messages(int count) {
    Corpus corpus = new Corpus(Corpus.SEED, count);
    List<Corpus.Message> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(corpus.next());
    }
    return messages;
  }

  @Override
  public String what() {
    return "a message, connect to durable ack | bare TCP, DH, synced commits";
  }

  @Override
  public int rounds() {
    return 9;
  }

  @Override
  public int warmUps() {
    return WARM_UPS;
  }

  @Override
  public int pieces() {
    return MESSAGES;
  }

  @Override
  public Lap round() throws Exception {
    double ours = peers.deliver(texts);
    long begin = System.nanoTime();
    for (int i = 0; i < MESSAGES; i++) {
      floor.exchange(texts.get(i), rows.get(i));
    }
    Lap lap = new Lap(ours, Scratch.since(begin));
    laps.add(lap);
    return lap;
  }

  /** What whoever has just started the program sees. */
  @Override
  public String note() {
    return String.format(
        Locale.ROOT,
        "just started: %s (each of the first 25); %s (the fifth 25)",
        each(laps.get(0)),
        each(laps.get(4)));
  }

  private static String each(Lap lap) {
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f ms, ratio %.2f",
        lap.ours() / MESSAGES * 1e3,
        lap.theirs() / MESSAGES * 1e3,
        lap.ratio());
  }

  @Override
  public void close() throws Exception {
    floor.close();
    peers.close();
    Scratch.delete(folder);
  }
}
