package org.parley.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonObject;

/**
 * What is chosen and need not be known before unlocking, so that it lies in the sealed state: the
 * document {@code settings}, {@code {"enter": "sends" or "breaks", "notifications":
 * "without_content", "with_content" or "off", "auto_lock": minutes, 1 to 1440, "give_up": hours, 1
 * to 8760, "closing": "asks", "quits" or "stays_in_tray"}}, each of which may be missing.
 *
 * <p>Immutable. Members that are not known are kept, and so is one whose value cannot be used until
 * it is set: a newer version may know it.
 */
public final class SealedSettings {
  /** The document's name among {@link Documents#others}. */
  public static final String DOCUMENT = "settings";

  /** The longest time without a touch until the program locks, in minutes. */
  public static final int MOST_AUTO_LOCK = 24 * 60;

  /** The longest time that a message is tried, in hours. */
  public static final int MOST_GIVE_UP = 365 * 24;

  private static final String ENTER = "enter";
  private static final String NOTIFICATIONS = "notifications";
  private static final String AUTO_LOCK = "auto_lock";
  private static final String GIVE_UP = "give_up";
  private static final String CLOSING = "closing";

  private final JsonObject json;
  private final Members members;
  private final EnterKey enterKey;
  private final Notifications notifications;
  private final OptionalInt autoLock;
  private final OptionalInt giveUp;
  private final Closing closing;

  private SealedSettings(JsonObject json) {
    this.json = json;
    this.members = new Members(json);
    this.enterKey = members.choice(ENTER, EnterKey.class, EnterKey.SENDS);
    this.notifications =
        members.choice(NOTIFICATIONS, Notifications.class, Notifications.WITHOUT_CONTENT);
    this.autoLock = members.integer(AUTO_LOCK, 1, MOST_AUTO_LOCK);
    this.giveUp = members.integer(GIVE_UP, 1, MOST_GIVE_UP);
    this.closing = members.choice(CLOSING, Closing.class, Closing.ASKS);
  }

  /** What holds where nothing was set. */
  public static SealedSettings defaults() {
    return new SealedSettings(JsonObject.empty());
  }

  /** What the document says. */
  public static SealedSettings of(JsonObject json) {
    return new SealedSettings(json);
  }

  /** What is written. */
  public JsonObject json() {
    return json;
  }

  /** What Enter does. */
  public EnterKey enterKey() {
    return enterKey;
  }

  /** What the desktop is told of a message. */
  public Notifications notifications() {
    return notifications;
  }

  /** Minutes without a touch until the program locks; empty: it does not by itself. */
  public OptionalInt autoLockMinutes() {
    return autoLock;
  }

  /** How long a message is tried until it counts as failed; empty: for ever. */
  public Optional<Duration> giveUpAfter() {
    return giveUp.isPresent() ? Optional.of(Duration.ofHours(giveUp.getAsInt())) : Optional.empty();
  }

  /** What happens when the window is closed. */
  public Closing closing() {
    return closing;
  }

  /** Members whose value cannot be used, and for which the default holds. */
  public Set<String> unusable() {
    return members.unusable();
  }

  /** The same with this use of Enter. */
  public SealedSettings withEnterKey(EnterKey value) {
    return with(ENTER, Members.written(value));
  }

  /** The same with these notifications. */
  public SealedSettings withNotifications(Notifications value) {
    return with(NOTIFICATIONS, Members.written(value));
  }

  /** The same with this auto-lock, 1 to {@link #MOST_AUTO_LOCK}; empty: none. */
  public SealedSettings withAutoLockMinutes(OptionalInt value) {
    return with(AUTO_LOCK, value, MOST_AUTO_LOCK);
  }

  /** The same with another time to give up, 1 to {@link #MOST_GIVE_UP} hours; empty: never. */
  public SealedSettings withGiveUpHours(OptionalInt value) {
    return with(GIVE_UP, value, MOST_GIVE_UP);
  }

  /** The same with another way to close. */
  public SealedSettings withClosing(Closing value) {
    return with(CLOSING, Members.written(value));
  }

  private SealedSettings with(String member, OptionalInt value, int most) {
    if (value.isPresent() && (value.getAsInt() < 1 || value.getAsInt() > most)) {
      throw new IllegalArgumentException(member + " out of range: " + value);
    }
    return value.isPresent()
        ? with(member, (long) value.getAsInt())
        : new SealedSettings(json.without(member));
  }

  private SealedSettings with(String member, Object value) {
    return new SealedSettings(json.with(member, value));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SealedSettings settings && settings.json.equals(json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return "SealedSettings" + json.names();
  }
}
