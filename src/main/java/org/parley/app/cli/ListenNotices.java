package org.parley.app.cli;

import org.jspecify.annotations.Nullable;
import org.parley.app.console.VisibleText;
import org.parley.messaging.MessagingListener;
import org.parley.messaging.Messenger;

/** What a listener says on standard error: strangers, a full disk, the end of listening. */
final class ListenNotices implements MessagingListener, AutoCloseable {
  private final Surroundings here;
  private final Messenger messenger;
  private final JournalFollower follower;
  private volatile @Nullable String ended;

  ListenNotices(Surroundings here, Messenger messenger, JournalFollower follower) {
    this.here = here;
    this.messenger = messenger;
    this.follower = follower;
    messenger.addListener(this);
  }

  /** Why listening ended by itself; null while it goes on. */
  @Nullable String ended() {
    return ended;
  }

  @Override
  public void strangerTried(String name, String address) {
    here.terminal()
        .error(here.say("listen.stranger", VisibleText.line(name), VisibleText.line(address)));
  }

  @Override
  public void storageFailed(String why) {
    here.terminal().error(here.say("listen.storage", VisibleText.line(why)));
  }

  @Override
  public void listenerFailed(String why) {
    ended = VisibleText.line(why);
    follower.wake();
  }

  @Override
  public void close() {
    messenger.removeListener(this);
  }
}
