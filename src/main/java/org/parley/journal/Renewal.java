package org.parley.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.json.Base64Text;
import org.parley.json.JsonObject;
import org.parley.json.JsonWriter;
import org.parley.vault.JournalId;

/**
 * Sets aside a journal whose head or frontier cannot be trusted, and begins a new one. The old file
 * is kept under a name with its id; the new one's first row names it and its last known root; rows
 * of STATE whose seal verifies, and SEEN, are carried over.
 *
 * <p>The new database is complete before anything else happens; then its id is kept, then the files
 * change places, then the anchors are written. A crash between any two of these leaves a journal
 * that asks to be set aside again, and nothing is lost by doing so.
 */
public final class Renewal {
  private static final int SEEN_PAGE = 1000;

  private final JournalParts old;
  private final JournalParts fresh;
  private final StateCheck check;
  private MerkleTree tree = new MerkleTree();

  private Renewal(JournalParts old, JournalParts fresh, StateCheck check) {
    this.old = old;
    this.fresh = fresh;
    this.check = check;
  }

  /**
   * Sets aside and opens the new journal.
   *
   * @param parts of the old journal; its keys are closed at the end
   * @param journal the old one, which is closed; null where it could not even be opened, and so
   *     nothing can be carried over
   * @throws JournalException where the new one could not be made; the old one is as it was then,
   *     but perhaps closed
   */
  public static Journal setAside(
      JournalParts parts, @Nullable Journal journal, StateCheck check, IdKeeper keeper)
      throws JournalException {
    JournalId id = JournalId.random(parts.random());
    JournalParts fresh =
        new JournalParts(
            parts.files(),
            parts.keys().withJournal(id),
            parts.anchors(),
            parts.clock(),
            parts.random());
    String oldId = parts.keys().journal().toString();
    boolean opened = false;
    try {
      Renewal renewal = new Renewal(parts, fresh, check);
      renewal.build(journal);
      keeper.keep(id);
      if (journal != null) {
        journal.close();
      }
      parts.files().takeBeside(oldId);
      renewal.writeAnchors();
      Journal renewed = Journal.open(fresh);
      opened = true;
      parts.keys().close();
      return renewed;
    } finally {
      if (!opened) {
        fresh.keys().close();
      }
    }
  }

  private void build(@Nullable Journal journal) throws JournalException {
    try (JournalStore store = old.files().createBeside()) {
      if (journal == null) {
        new Copy(store, null).run();
      } else {
        try (JournalSnapshot snapshot = journal.snapshot()) {
          new Copy(store, snapshot).run();
        }
      }
      store.sync();
    }
  }

  private void writeAnchors() throws JournalException {
    try {
      fresh.anchors().writeFile(fresh.keys(), tree);
      fresh.anchors().writeCopy(fresh.keys(), tree);
    } catch (IOException e) {
      throw new JournalException("the new journal's anchors could not be written", e);
    }
  }

  /** Fills the new database from the old one. */
  private final class Copy {
    private final JournalStore to;
    private final @Nullable JournalSnapshot from;
    private final StateDigest state = new StateDigest();

    Copy(JournalStore to, @Nullable JournalSnapshot from) {
      this.to = to;
      this.from = from;
    }

    void run() throws JournalException {
      Entry first =
          Entry.local(fresh.clock().wall().instant(), LocalTypes.FOLLOWS, null, lastKnown(from));
      SealedRow row = new EntrySealer(fresh.keys(), fresh.random()).seal(0, first.record());
      tree.append(row.leaf());
      write(List.of(row), List.of());
      if (from != null) {
        copyStates(from);
        copySeen(from);
      }
    }

    private void write(List<SealedRow> rows, List<StateChange> states) throws JournalException {
      HeadRow head = HeadSeal.seal(fresh.keys(), tree, state.digest());
      to.write(new Change(rows, List.of(), List.of(), states, head));
    }

    private void copyStates(JournalSnapshot source) throws JournalException {
      List<StoredState> page = source.states(null);
      while (!page.isEmpty()) {
        List<StateChange> kept = new ArrayList<>();
        for (StoredState stored : page) {
          if (stored.id().length == StateChange.ID_SIZE
              && stored.sealed().length >= StateDigest.TAIL
              && check.verifies(stored)) {
            kept.add(new StateChange(stored.kind(), stored.id(), stored.sealed()));
            state.put(stored.kind(), stored.id(), stored.sealed());
          }
        }
        write(List.of(), kept);
        page = source.states(page.get(page.size() - 1));
      }
    }

    private void copySeen(JournalSnapshot source) throws JournalException {
      List<SeenRow> page = new ArrayList<>();
      source.eachSeen(
          row -> {
            page.add(row);
            if (page.size() == SEEN_PAGE) {
              to.writeSeen(page);
              page.clear();
            }
          });
      to.writeSeen(page);
    }
  }

  // The head is believed where its tag is right; else the anchor that had seen more.
  private String lastKnown(@Nullable JournalSnapshot snapshot) throws JournalException {
    MerkleTree known = null;
    String by = "nothing";
    Anchors.Both anchors = old.anchors().read(old.keys());
    for (Anchors.Found found : List.of(anchors.file(), anchors.copy())) {
      Anchor anchor = found.anchor();
      if (anchor != null && (known == null || anchor.size() > known.size())) {
        known = anchor.tree();
        by = "anchor";
      }
    }
    HeadRow head = snapshot == null ? null : snapshot.head();
    if (head != null) {
      try {
        MerkleTree headTree = HeadSeal.open(old.keys(), head);
        if (known == null || headTree.size() >= known.size()) {
          known = headTree;
          by = "head";
        }
      } catch (JournalException e) {
        // The head is what is damaged: the anchor's word stands.
      }
    }
    JsonObject body =
        JsonObject.empty()
            .with("journal", old.keys().journal().toString())
            .with("size", known == null ? null : known.size())
            .with("root", known == null ? null : Bytes.hex(known.root()))
            .with("known_by", by);
    return Base64Text.encode(JsonWriter.canonicalBytes(body));
  }
}
