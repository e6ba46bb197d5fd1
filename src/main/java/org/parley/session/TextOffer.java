package org.parley.session;

import org.parley.name.PeerName;

/**
 * A text that an authenticated peer sent and that waits for a {@link Verdict}.
 *
 * @param peer who sent it
 * @param id names the message; unique among all that this peer ever sent
 * @param text 1 byte to 64 KiB in UTF-8, valid Unicode
 */
public record TextOffer(PeerName peer, String id, String text) {
  /** Without the text. */
  @Override
  public String toString() {
    return "TextOffer[" + peer + " " + id + "]";
  }
}
