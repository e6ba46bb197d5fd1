package org.parley.app.window;

import java.util.function.UnaryOperator;
import org.parley.messaging.Messenger;
import org.parley.messaging.PeerNote;
import org.parley.messaging.StorageException;
import org.parley.name.PeerName;
import org.parley.ui.workplace.Notes;
import org.parley.ui.workplace.TalkException;

/** What messaging keeps about conversations, as the window uses it. */
final class MessengerNotes implements Notes {
  private final Messenger messenger;

  MessengerNotes(Messenger messenger) {
    this.messenger = messenger;
  }

  @Override
  public PeerNote of(String peer) {
    return messenger.note(peer);
  }

  @Override
  public void change(String peer, UnaryOperator<PeerNote> change) throws TalkException {
    try {
      messenger.changeNote(peer, change);
    } catch (StorageException e) {
      throw MessengerTalk.storage(e);
    }
  }

  @Override
  public void block(PeerName contact, boolean blocked) throws TalkException {
    try {
      messenger.block(contact, blocked);
    } catch (StorageException e) {
      throw MessengerTalk.storage(e);
    }
  }

  @Override
  public void part(PeerName name) throws TalkException {
    try {
      messenger.part(name);
    } catch (StorageException e) {
      throw MessengerTalk.storage(e);
    }
  }
}
