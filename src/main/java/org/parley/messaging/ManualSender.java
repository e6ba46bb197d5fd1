package org.parley.messaging;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.CryptoException;
import org.parley.crypto.PasswordBytes;
import org.parley.crypto.RandomSource;
import org.parley.crypto.SecretBytes;
import org.parley.directory.Contact;
import org.parley.directory.Endpoint;
import org.parley.name.PeerName;
import org.parley.network.Clocks;
import org.parley.network.Dialer;
import org.parley.session.ContactSecret;
import org.parley.session.EndKind;
import org.parley.session.Initiator;
import org.parley.session.OutgoingText;
import org.parley.session.SessionEnd;

/**
 * The manual option: one message to an address, to whoever answers there and has the password. A
 * name of the directory counts only with that entry's password; any other is shown as {@code name
 * (host:port)}, apart from all contacts.
 */
final class ManualSender {
  private final PeerName self;
  private final Ledger ledger;
  private final SecretKeeper secrets;
  private final Dialer dialer;
  private final RandomSource random;
  private final Events events;
  private final ManualFailures failures;
  private final Clocks clocks;

  ManualSender(
      PeerName self,
      Ledger ledger,
      SecretKeeper secrets,
      Dialer dialer,
      RandomSource random,
      Events events,
      ManualFailures failures,
      Clocks clocks) {
    this.self = self;
    this.ledger = ledger;
    this.secrets = secrets;
    this.dialer = dialer;
    this.random = random;
    this.events = events;
    this.failures = failures;
    this.clocks = clocks;
  }

  ManualResult send(Endpoint at, char[] password, String text, Cancellation cancel) {
    String id = UUID.randomUUID().toString();
    Instant begun = Instant.ofEpochMilli(clocks.now().wallMillis());
    Answerer answerer = new Answerer(at, password);
    OutgoingSession session =
        new OutgoingSession(
            ledger, new SessionRows(at.toString()), answerer::peer, true, List.of(), () -> {});
    Initiator machine =
        new Initiator(self, null, answerer::secret, new OutgoingText(id, text), random);
    Try result = Try.run(dialer, at, machine, session, cancel);
    Failure failure = refused(result);
    try {
      // Where its text is in the journal, nothing else would say why it is not known to be there.
      session.finish(
          failure == null || !session.textCommitted()
              ? List.of()
              : List.of(failures.put(id, failure)));
    } catch (StorageException e) {
      events.storageFailed(e.reason());
    }
    String peer = answerer.peer();
    if (peer != null && session.textCommitted()) {
      // It is in the history from here on, and so whoever shows that has to hear of it.
      Fate fate = failure == null ? Fate.DELIVERED : Fate.FAILED;
      events.messageChanged(new Message(null, peer, true, begun, id, text, fate, failure, null));
    }
    return new ManualResult(machine.peer(), answerer.contact, peer, id, failure);
  }

  /** Only here no secret means that the name is an entry's and the password is not. */
  private static @Nullable Failure refused(Try result) {
    SessionEnd end = result.end();
    return end != null && end.kind() == EndKind.NO_SECRET
        ? Failure.of(FailureKind.NOT_THE_ENTRYS_PASSWORD, String.valueOf(end.name()))
        : result.failure();
  }

  /** Finds out, while the session runs, who answered and with which secret. */
  private final class Answerer {
    private final Endpoint at;
    private final char[] password;
    private @Nullable PeerName name;
    private boolean contact;

    Answerer(Endpoint at, char[] password) {
      this.at = at;
      this.password = password;
    }

    @Nullable String peer() {
      if (name == null) {
        return null;
      }
      return contact ? name.toString() : name + " (" + at + ")";
    }

    @Nullable SecretBytes secret(PeerName answered) {
      name = answered;
      Contact known = secrets.directory().find(answered);
      if (known == null) {
        return derive(answered);
      }
      contact = sameAsEntrys(known);
      if (!contact) {
        return null;
      }
      SecretBytes ready = secrets.copy(answered);
      return ready == null ? derive(answered) : ready;
    }

    /** By the bytes that are hashed: how the same characters were typed does not count. */
    private boolean sameAsEntrys(Contact known) {
      char[] entrys = known.password();
      try (SecretBytes typed = PasswordBytes.of(password);
          SecretBytes kept = PasswordBytes.of(entrys)) {
        return typed.sameAs(kept);
      } catch (CryptoException e) {
        return false;
      } finally {
        Arrays.fill(entrys, '\0');
      }
    }

    private SecretBytes derive(PeerName answered) {
      try {
        return ContactSecret.derive(password, self, answered);
      } catch (CryptoException e) {
        throw new IllegalArgumentException("a password without bytes was let through", e);
      }
    }
  }
}
