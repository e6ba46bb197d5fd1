package org.parley.ui.workplace;

import java.util.function.UnaryOperator;
import org.parley.messaging.PeerNote;
import org.parley.name.PeerName;

/**
 * What the owner keeps about each conversation: alias, muted, blocked, marked as unread. Nobody
 * else learns of it. What is marked * returns at once and may be called on the event thread; the
 * rest waits for the disk. After each change the listeners of {@link Talk} hear {@code
 * noteChanged}.
 */
public interface Notes {

  /** What is kept about a conversation. * */
  PeerNote of(String peer);

  /** Changes it, one caller at a time; kept when this returns. */
  void change(String peer, UnaryOperator<PeerNote> change) throws TalkException;

  /**
   * Blocks a contact, who is answered as an unknown name is from then on, and withdraws what waits
   * for it; or lets it in again.
   */
  void block(PeerName contact, boolean blocked) throws TalkException;

  /**
   * From now on another person bears that name: a line stands between what was said before and what
   * comes, and the notes about the one before are gone.
   */
  void part(PeerName name) throws TalkException;
}
