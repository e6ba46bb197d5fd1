package org.parley.messaging;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.CryptoException;
import org.parley.crypto.SecretBytes;
import org.parley.directory.Contact;
import org.parley.directory.Directory;
import org.parley.journal.Durability;
import org.parley.name.PeerName;
import org.parley.session.ContactSecret;
import org.parley.settings.ContactSecrets;
import org.parley.settings.StateChange;

/**
 * The secrets shared with contacts, ready before anybody dials: derived on a thread of its own when
 * the directory is loaded or changed, kept sealed, in memory while unlocked. A name whose secret is
 * not ready is answered as an unknown one. Safe for use by several threads.
 */
final class SecretKeeper implements AutoCloseable {
  private static final Duration AWAIT_READY = Duration.ofSeconds(15);
  private static final long CLOSE_SECONDS = 10;

  private final PeerName self;
  private final ContactSecrets kept;
  private final Ledger ledger;
  private final MessagingListener news;
  private final Map<PeerName, SecretBytes> ready = new HashMap<>();
  private final ExecutorService deriving =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "parley-secrets");
            thread.setDaemon(true);
            return thread;
          });
  private Directory directory;
  private int generation;
  private boolean settled;

  SecretKeeper(
      PeerName self,
      ContactSecrets kept,
      Ledger ledger,
      MessagingListener news,
      Directory directory) {
    this.self = self;
    this.kept = kept;
    this.ledger = ledger;
    this.news = news;
    this.directory = directory;
  }

  /** Takes this directory from now on, and derives in the background what it needs. */
  void use(Directory now) {
    int mine;
    synchronized (this) {
      forgetChanged(now);
      directory = now;
      settled = false;
      mine = ++generation;
    }
    try {
      deriving.execute(() -> deriveAll(now, mine));
    } catch (RejectedExecutionException e) {
      return; // closing
    }
  }

  /** Whom it can talk with now. */
  synchronized Directory directory() {
    return directory;
  }

  /** Who is gone, or has another password now, is unknown at once. */
  private void forgetChanged(Directory now) {
    Set<PeerName> names = new HashSet<>(ready.keySet());
    for (PeerName name : names) {
      Contact before = directory.find(name);
      Contact after = now.find(name);
      if (before == null || after == null || !samePassword(before, after)) {
        SecretBytes old = ready.remove(name);
        if (old != null) {
          old.close();
        }
      }
    }
  }

  private static boolean samePassword(Contact a, Contact b) {
    char[] one = a.password();
    char[] other = b.password();
    try {
      return Arrays.equals(one, other);
    } finally {
      Arrays.fill(one, '\0');
      Arrays.fill(other, '\0');
    }
  }

  private void deriveAll(Directory of, int mine) {
    try {
      List<Contact> contacts = of.contacts();
      int done = 0;
      for (Contact contact : contacts) {
        if (!current(mine)) {
          return; // a newer directory is next in line
        }
        if (!isReady(contact.name())) {
          derive(contact, mine);
        }
        news.secretsChanged(++done, contacts.size());
      }
      if (current(mine)) {
        forgetOthers(contacts);
      }
    } finally {
      settle(mine); // also where memory ran out: nobody may wait for ever
    }
  }

  private synchronized void settle(int mine) {
    if (mine == generation) {
      settled = true;
      notifyAll();
    }
  }

  private void derive(Contact contact, int mine) {
    char[] password = contact.password();
    try {
      SecretBytes secret = find(contact, password);
      if (secret == null) {
        secret = ContactSecret.derive(password, self, contact.name());
        keep(kept.save(self, contact.name(), password, secret));
      }
      put(contact.name(), secret, mine);
    } catch (CryptoException e) {
      throw new IllegalStateException("a usable contact has a password that has bytes", e);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private @Nullable SecretBytes find(Contact contact, char[] password) {
    try {
      return kept.find(self, contact.name(), password);
    } catch (IOException e) {
      return null; // derived anew instead, which costs a moment and nothing else
    }
  }

  /** Kept so that the next start is quick; where that fails it works from memory. */
  private void keep(StateChange change) {
    try {
      ledger.commit(List.of(), List.of(change), Durability.ASYNC);
    } catch (StorageException e) {
      news.storageFailed(e.reason());
    }
  }

  private void forgetOthers(List<Contact> contacts) {
    try {
      Set<PeerName> names = new HashSet<>();
      contacts.forEach(c -> names.add(c.name()));
      List<StateChange> old = new ArrayList<>(kept.forgetOthers(self, names));
      if (!old.isEmpty()) {
        ledger.commit(List.of(), old, Durability.ASYNC);
      }
    } catch (IOException | StorageException e) {
      news.storageFailed(String.valueOf(e.getMessage()));
    }
  }

  private synchronized boolean current(int mine) {
    return mine == generation;
  }

  private synchronized void put(PeerName name, SecretBytes secret, int mine) {
    if (mine != generation) {
      secret.close(); // the password may have changed meanwhile
      return;
    }
    SecretBytes old = ready.put(name, secret);
    if (old != null) {
      old.close();
    }
    notifyAll();
  }

  synchronized boolean isReady(PeerName name) {
    return ready.containsKey(name);
  }

  /**
   * Waits a while for a secret that is being derived; false where it is not ready then, or the
   * thread was asked to stop.
   */
  synchronized boolean awaitReady(PeerName name) {
    long end = System.nanoTime() + AWAIT_READY.toNanos();
    try {
      while (!ready.containsKey(name) && !settled) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ready.containsKey(name);
  }

  /** A copy that the caller closes; null where the name is unknown or not ready. */
  synchronized @Nullable SecretBytes copy(PeerName name) {
    SecretBytes secret = ready.get(name);
    return secret == null ? null : secret.copy();
  }

  /** Waits until the directory's secrets are ready, or the keeper closes. */
  synchronized void awaitSettled() throws InterruptedException {
    while (!settled) {
      wait();
    }
  }

  @Override
  public void close() {
    deriving.shutdownNow();
    synchronized (this) {
      generation++;
      settled = true;
      notifyAll();
      ready.values().forEach(SecretBytes::close);
      ready.clear();
    }
    try {
      // One derivation may be under way; what it reads and writes is the caller's to close next.
      deriving.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
