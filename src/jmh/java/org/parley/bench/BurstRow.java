package org.parley.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.messaging.Cancellation;
import org.parley.messaging.Delivery;
import org.parley.messaging.TestPeer;
import org.parley.network.Clocks;

/**
 * 20 contacts who send to one at once, each from a profile of its own; against as many {@link
 * Floor}s at once, each with tables of its own, so that nothing but processors and disk holds them
 * up.
 */
final class BurstRow implements Row {
  private static final int CONTACTS = 20;
  private static final int EACH = 4;
  private static final String PASSWORD = "correct horse battery staple";

  private final Path folder = Scratch.fresh();
  private final TestPeer hub = new TestPeer("hub", folder.resolve("hub"), Clocks.system());
  private final List<TestPeer> contacts = new ArrayList<>();
  private final List<Floor> floors = new ArrayList<>();
  private final Together together = new Together(CONTACTS);
  private final List<Corpus.Message> messages = ConnectRow.messages(EACH);
  private final List<List<byte[]>> rows = Floor.rows(messages);

  BurstRow() throws Exception {
    int port = hub.listen();
    List<Callable<?>> knowing = new ArrayList<>();
    for (int i = 0; i < CONTACTS; i++) {
      TestPeer contact = new TestPeer("c" + i, folder.resolve("c" + i), Clocks.system());
      contacts.add(contact);
      floors.add(new Floor(folder.resolve("floor" + i)));
      knowing.add(
          () -> {
            contact.knows("hub", port, PASSWORD);
            return null;
          });
    }
    try (Together both = new Together(2)) {
      both.run(knowing);
    }
    for (TestPeer contact : contacts) {
      hub.knows(contact.name.toString(), 1, PASSWORD);
    }
  }

  @Override
  public String what() {
    return "a message, 20 contacts at once | 20 such floors at once";
  }

  @Override
  public int rounds() {
    return 15;
  }

  @Override
  public int pieces() {
    return CONTACTS * EACH;
  }

  @Override
  public Lap round() throws Exception {
    List<Callable<?>> writing = new ArrayList<>();
    List<Callable<?>> ours = new ArrayList<>();
    List<Callable<?>> theirs = new ArrayList<>();
    for (int i = 0; i < CONTACTS; i++) {
      TestPeer contact = contacts.get(i);
      Floor floor = floors.get(i);
      writing.add(() -> write(contact));
      ours.add(() -> deliver(contact));
      theirs.add(() -> exchange(floor));
    }
    together.run(writing);
    double seconds = together.run(ours);
    hub.changes.clear();
    return new Lap(seconds, together.run(theirs));
  }

  private boolean write(TestPeer from) throws Exception {
    for (Corpus.Message message : messages) {
      from.messenger.send(hub.name, message.text(), true);
    }
    return true;
  }

  private Delivery deliver(TestPeer from) {
    Delivery delivery = from.messenger.deliver(hub.name, new Cancellation());
    if (delivery.failure() != null || delivery.delivered() != EACH) {
      throw new IllegalStateException("not delivered: " + delivery);
    }
    from.changes.clear();
    return delivery;
  }

  private boolean exchange(Floor floor) throws Exception {
    for (int i = 0; i < EACH; i++) {
      floor.exchange(messages.get(i).text(), rows.get(i));
    }
    return true;
  }

  @Override
  public void close() throws Exception {
    together.close();
    for (Floor floor : floors) {
      floor.close();
    }
    for (TestPeer contact : contacts) {
      contact.close();
    }
    hub.close();
    Scratch.delete(folder);
  }
}
