package org.parley.messaging;

import java.util.List;
import org.parley.crypto.RandomSource;
import org.parley.network.Clocks;
import org.parley.network.Dialer;
import org.parley.network.SessionObserver;
import org.parley.session.ContactSecret;
import org.parley.session.EndKind;
import org.parley.session.Initiator;
import org.parley.session.OutgoingText;
import org.parley.session.PduEvent;
import org.parley.session.Reaction;
import org.parley.session.SessionEnd;
import org.parley.session.TextOffer;

/** Sends a text under an id of the test's choice, past the outbox. */
final class ReplayedOutbox {
  private ReplayedOutbox() {}

  static EndKind sendAgain(
      TestPeer from, TestPeer to, int port, String password, String id, String text)
      throws Exception {
    try (Dialer dialer = new Dialer(Clocks.system())) {
      Initiator machine =
          new Initiator(
              from.name,
              to.name,
              peer -> {
                try {
                  return ContactSecret.derive(password.toCharArray(), from.name, peer);
                } catch (org.parley.crypto.CryptoException e) {
                  throw new AssertionError(e);
                }
              },
              new OutgoingText(id, text),
              RandomSource.secure());
      return dialer.dial("127.0.0.1", port, machine, new Unrecorded(), socket -> {}).kind();
    }
  }

  private static final class Unrecorded implements SessionObserver {
    @Override
    public void record(List<PduEvent> events) {}

    @Override
    public Reaction settle(TextOffer offer, Settlement machine) {
      throw new AssertionError("an initiator is offered no text");
    }

    @Override
    public void ended(SessionEnd end) {}
  }
}
