package org.parley.app.window;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.parley.app.profile.Profile;
import org.parley.directory.Endpoint;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Message;
import org.parley.messaging.MessagingListener;
import org.parley.messaging.Messenger;
import org.parley.name.PeerName;
import org.parley.ui.common.Subscription;
import org.parley.ui.workplace.Status;
import org.parley.ui.workplace.StatusSource;

/** What the status line tells, put together from messaging, journal and upkeep. */
final class WatchedStatus implements StatusSource, MessagingListener {
  private static final long MILLIS = 1000;

  private final Profile profile;
  private final Messenger messenger;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<String> addresses;
  private volatile @Nullable Instant lastReached;
  private volatile @Nullable Long clockOffset;

  WatchedStatus(Profile profile, Messenger messenger) {
    this.profile = profile;
    this.messenger = messenger;
    this.addresses = OwnAddresses.of(profile.settings().listenOn());
    messenger.addListener(this);
    profile.journal().addFindingsListener(this::changed);
    profile.verifying().onChange(this::changed);
  }

  @Override
  public Status status() {
    return new Status(
        addresses,
        messenger.port(),
        lastReached,
        journal(),
        profile.journal().size(),
        messenger.waiting(),
        clockOffset);
  }

  private Status.Journal journal() {
    if (!profile.journal().findings().isEmpty()) {
      return Status.Journal.DAMAGED;
    }
    return switch (profile.verifying().verdict()) {
      case NONE -> Status.Journal.OPENED;
      case RUNNING -> Status.Journal.VERIFYING;
      case CLEAN -> Status.Journal.VERIFIED;
    };
  }

  @Override
  public Subscription onChange(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }

  /** Another address or port is listened on now. */
  void moved() {
    addresses = OwnAddresses.of(profile.settings().listenOn());
    changed();
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  /** A try that failed for the clocks tells by how much; one that did not fail ends that. */
  void failed(Failure failure) {
    if (failure.kind() == FailureKind.CLOCKS_DIFFER && !failure.arguments().isEmpty()) {
      clockOffset = Long.parseLong(failure.arguments().get(0)) * MILLIS;
      changed();
    }
  }

  @Override
  public void messageChanged(Message message) {
    Failure failure = message.failure();
    if (failure != null) {
      failed(failure);
    }
    changed();
  }

  @Override
  public void contactReached(PeerName name, String address, Instant at) {
    clockOffset = null;
    if (Endpoint.parse(address) == null) {
      lastReached = at; // they dialled: so we can be reached
    }
    changed();
  }

  @Override
  public void listenerFailed(String why) {
    changed();
  }
}
