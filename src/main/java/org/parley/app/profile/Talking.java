package org.parley.app.profile;

import java.io.IOException;
import org.parley.journal.search.MessageIndex;
import org.parley.messaging.Drafts;
import org.parley.messaging.MessageHistory;
import org.parley.messaging.MessengerParts;
import org.parley.messaging.ReadMarks;
import org.parley.messaging.Removals;
import org.parley.messaging.StorageException;
import org.parley.network.Clocks;
import org.parley.settings.Documents;
import org.parley.settings.SealedState;
import org.parley.store.JournalStateStore;
import org.parley.vault.SealPurpose;

/** What messages need beyond the journal: made when somebody first asks for messages. */
record Talking(
    SealedState state,
    MessengerParts parts,
    MessageIndex index,
    MessageHistory history,
    Drafts drafts,
    Choices choices,
    Removals removals) {

  static Talking over(Profile profile) throws StorageException {
    SealedState state = new SealedState(new JournalStateStore(profile.journal()), profile.vault());
    boolean whole = false;
    try {
      MessengerParts parts =
          new MessengerParts(
              profile.self(), profile.contacts().now(), profile.journal(), state, Clocks.system());
      MessageIndex index =
          new MessageIndex(
              profile.journal(),
              profile.vault().seal(SealPurpose.SEARCH),
              profile.folder().texts());
      ReadMarks marks = new ReadMarks(state, profile.journal());
      Talking talking =
          new Talking(
              state,
              parts,
              index,
              new MessageHistory(parts, index, marks),
              new Drafts(state, profile.journal()),
              new Choices(Documents.others(state), new StateWriter(profile.journal())),
              new Removals(parts, index, Documents.others(state)));
      whole = true;
      return talking;
    } catch (IOException e) {
      throw new StorageException(e);
    } finally {
      if (!whole) {
        state.close();
      }
    }
  }

  void close() throws IOException {
    index.close();
    parts.close();
    try {
      removals.compact(); // the last to use the journal: nobody reads it any more
    } catch (StorageException e) {
      throw new IOException(e.reason(), e);
    } finally {
      state.close();
    }
  }
}
