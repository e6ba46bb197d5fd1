package org.parley.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Connect, handshake, one text, durable acknowledgement, close; against the {@link Floor}. */
final class ConnectRow implements Row {
  private static final int MESSAGES = 25;

  private final Path folder = Scratch.fresh();
  private final TwoPeers peers = new TwoPeers(folder, UnaryOperator.identity());
  private final Floor floor = new Floor(folder.resolve("floor"));
  private final List<String> texts;
  private final List<List<byte[]>> rows;
  private final FirstLaps first = new FirstLaps(MESSAGES);

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
    return 25;
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
    for (int i = 0; i < MESSAGES; i++) {
      floor.exchange(texts.get(i), rows.get(i));
    }
    return first.add(new Lap(ours, Scratch.since(begin)));
  }

  @Override
  public String note() {
    return first.note();
  }

  @Override
  public void close() throws Exception {
    floor.close();
    peers.close();
    Scratch.delete(folder);
  }
}
