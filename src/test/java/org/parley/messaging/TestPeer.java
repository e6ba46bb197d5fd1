package org.parley.messaging;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.parley.directory.ContactForm;
import org.parley.directory.Directory;
import org.parley.directory.Password;
import org.parley.files.SafeFile;
import org.parley.journal.Anchors;
import org.parley.journal.Batch;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Journal;
import org.parley.journal.JournalFiles;
import org.parley.journal.JournalKeys;
import org.parley.journal.JournalParts;
import org.parley.journal.Progress;
import org.parley.journal.StoredEntry;
import org.parley.journal.search.MessageIndex;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;
import org.parley.network.Clocks;
import org.parley.settings.Documents;
import org.parley.settings.SealedState;
import org.parley.store.H2Files;
import org.parley.store.JournalStateStore;
import org.parley.vault.TestVault;
import org.parley.vault.Vault;

/** A peer as the program wires one, but for a cheap startup password: real files, real sockets. */
public final class TestPeer implements AutoCloseable, MessagingListener {
  private static final char[] STARTUP = "startup".toCharArray();

  public final PeerName name;
  public final Messenger messenger;
  public final MessageHistory history;
  public final Removals removals;
  public final Journal journal;
  public final BlockingQueue<Message> changes = new LinkedBlockingQueue<>();
  public final BlockingQueue<String> strangers = new LinkedBlockingQueue<>();
  private final Vault vault;
  private final H2Files files;
  private final JournalKeys keys;
  private final SealedState state;
  private final MessageIndex index;
  private Directory directory;

  public TestPeer(String name, Path folder, Clocks clocks) throws Exception {
    this(name, folder, clocks, UnaryOperator.identity());
  }

  /** With something between the journal and its files. */
  public TestPeer(String name, Path folder, Clocks clocks, UnaryOperator<JournalFiles> between)
      throws Exception {
    this.name = PeerName.of(name);
    SafeFile.makeFolder(folder);
    Path vaultFile = folder.resolve("vault.json");
    boolean fresh = !Files.exists(vaultFile);
    vault = fresh ? TestVault.create(vaultFile, STARTUP) : TestVault.open(vaultFile, STARTUP);
    files = new H2Files(folder, JournalKeys.databasePassword(vault));
    keys = JournalKeys.of(vault);
    JournalParts parts =
        JournalParts.standard(
            between.apply(files), keys, new Anchors(folder, folder.resolve("state")));
    journal = fresh ? Journal.create(parts) : Journal.open(parts);
    state = new SealedState(new JournalStateStore(journal), vault);
    index = new MessageIndex(journal);
    index.build(Progress.NONE);
    directory = Directory.empty(this.name);
    MessengerParts all = new MessengerParts(this.name, directory, journal, state, clocks);
    messenger = new Messenger(all);
    history = new MessageHistory(all, index, new ReadMarks(state, journal));
    removals = new Removals(all, index, Documents.others(state));
    messenger.addListener(this);
  }

  static PeerName named(String name) {
    try {
      return PeerName.of(name);
    } catch (InvalidNameException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public int listen() throws Exception {
    messenger.listen(InetAddress.getLoopbackAddress(), 0);
    return messenger.port();
  }

  public void listen(int port) throws Exception {
    messenger.listen(InetAddress.getLoopbackAddress(), port);
  }

  public void knows(String contact, int port, String password) throws Exception {
    directory =
        directory.add(
            new ContactForm(
                contact, "127.0.0.1", Integer.toString(port), Password.of(password.toCharArray())));
    messenger.directoryChanged(directory);
    messenger.awaitSecrets();
  }

  public void forgetsEverybody() throws Exception {
    directory = Directory.empty(name);
    messenger.directoryChanged(directory);
    messenger.awaitSecrets();
  }

  @Override
  public void messageChanged(Message message) {
    changes.add(message);
  }

  @Override
  public void strangerTried(String stranger, String address) {
    strangers.add(stranger);
  }

  /** The next news that fits, or null after a while. */
  public Message next(Predicate<Message> fits) throws InterruptedException {
    while (true) {
      Message message = changes.poll(30, TimeUnit.SECONDS);
      if (message == null || fits.test(message)) {
        return message;
      }
    }
  }

  public List<Message> messages() throws StorageException {
    List<Message> all = new ArrayList<>();
    history.forEach(HistoryQuery.ALL, all::add);
    return all;
  }

  public List<Entry> rows() throws Exception {
    // What ended just now is written behind our back; this goes through the same queue.
    journal.commit(Batch.of(Durability.ASYNC, List.of())).get();
    List<Entry> rows = new ArrayList<>();
    for (StoredEntry row : journal.read(0, 10_000).rows()) {
      rows.add(row.entry());
    }
    return rows;
  }

  @Override
  public void close() throws Exception {
    messenger.close();
    index.close();
    state.close();
    journal.close();
    files.close();
    keys.close();
    vault.close();
  }
}
