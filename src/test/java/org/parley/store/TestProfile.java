package org.parley.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.parley.crypto.RandomSource;
import org.parley.journal.Anchors;
import org.parley.journal.Batch;
import org.parley.journal.Direction;
import org.parley.journal.Durability;
import org.parley.journal.Entry;
import org.parley.journal.Finding;
import org.parley.journal.FindingKind;
import org.parley.journal.Journal;
import org.parley.journal.JournalClock;
import org.parley.journal.JournalException;
import org.parley.journal.JournalFiles;
import org.parley.journal.JournalKeys;
import org.parley.journal.JournalParts;
import org.parley.journal.Progress;
import org.parley.journal.Receipt;
import org.parley.journal.TestKeys;
import org.parley.journal.verify.Verification;
import org.parley.journal.verify.Verifier;
import org.parley.vault.JournalId;

/** A data folder and a state folder in a temporary one, and what tests do to them. */
public final class TestProfile {
  /** The database's password: any will do. */
  public static final String PASSWORD = "5a".repeat(32);

  private final Path root;
  private JournalId id = TestKeys.ID;

  public TestProfile(Path root) throws java.io.IOException {
    this.root = root;
    Files.createDirectories(data());
  }

  public Path data() {
    return root.resolve("data");
  }

  public Path state() {
    return root.resolve("state");
  }

  public Path database() {
    return data().resolve("journal.mv.db");
  }

  public Path anchor() {
    return data().resolve("anchor.json");
  }

  public Path anchorCopy() {
    return state().resolve(id + ".json");
  }

  public JournalId id() {
    return id;
  }

  public void setId(JournalId fresh) {
    id = fresh;
  }

  public H2Files files() {
    return new H2Files(data(), PASSWORD.toCharArray());
  }

  public JournalKeys keys() {
    return TestKeys.keys(id);
  }

  public JournalParts parts() {
    return parts(files(), JournalClock.system());
  }

  public JournalParts parts(JournalFiles files, JournalClock clock) {
    return new JournalParts(
        files, keys(), new Anchors(data(), state()), clock, RandomSource.secure());
  }

  public Journal create() throws JournalException {
    return Journal.create(parts());
  }

  public Journal open() throws JournalException {
    return Journal.open(parts());
  }

  /** A closed profile with that many messages received from bob. */
  public TestProfile filled(int messages) throws Exception {
    try (Journal journal = create()) {
      for (int i = 0; i < messages; i++) {
        commit(journal, received("bob", "message " + i));
      }
    }
    return this;
  }

  public static Receipt commit(Journal journal, Entry... entries) throws Exception {
    return commit(journal, Batch.of(Durability.SYNC, List.of(entries)));
  }

  public static Receipt commit(Journal journal, Batch batch) throws Exception {
    try {
      return journal.commit(batch).get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw (Exception) e.getCause();
    }
  }

  public static String id(int of) {
    return new UUID(0x4000L, 0x8000000000000000L | of).toString();
  }

  public static Entry received(String peer, String text) {
    return received(peer, UUID.randomUUID().toString(), text);
  }

  public static Entry received(String peer, String id, String text) {
    return entry(Direction.RECEIVED, peer, "s-" + id, "text", id, "ok", null, text);
  }

  public static Entry entry(
      Direction direction,
      String peer,
      String session,
      String type,
      String id,
      String outcome,
      String pdu,
      String text) {
    return new Entry(
        Instant.parse("2026-07-01T09:30:00.120Z"),
        direction,
        peer,
        "192.0.2.7:5000",
        session,
        type,
        id,
        "STATE",
        outcome,
        pdu,
        pdu == null ? null : (long) pdu.length(),
        null,
        text,
        null);
  }

  /** The database as the storage page says that it is opened, by nothing of ours. */
  public Connection raw() throws SQLException {
    String file = database().toString();
    return DriverManager.getConnection(
        "jdbc:h2:" + file.substring(0, file.length() - ".mv.db".length()) + ";CIPHER=AES",
        "parley",
        PASSWORD + " " + PASSWORD);
  }

  /** Does damage. */
  public TestProfile sql(String... statements) throws SQLException {
    try (Connection connection = raw();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
    return this;
  }

  /** One value, bytes as hex. */
  public String value(String query) throws SQLException {
    try (Connection connection = raw();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      Object value = rows.getObject(1);
      return value instanceof byte[] bytes
          ? HexFormat.of().formatHex(bytes)
          : String.valueOf(value);
    }
  }

  public static Verification verify(Journal journal) throws JournalException {
    return new Verifier(journal, row -> true).run(Progress.NONE);
  }

  /** What opening finds and what a whole verification finds, as kind and seq. */
  public List<List<String>> findings() throws JournalException {
    try (Journal journal = open()) {
      return List.of(names(journal.findings()), names(verify(journal).findings()));
    }
  }

  public static List<String> names(List<Finding> findings) {
    List<String> names = new ArrayList<>();
    for (Finding finding : findings) {
      FindingKind kind = finding.kind();
      names.add(kind.publicName() + (finding.seq() == null ? "" : " " + finding.seq()));
    }
    return names;
  }
}
