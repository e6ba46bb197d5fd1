package org.parley.settings;

import java.util.EnumSet;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;

/**
 * What {@code settings.json} says, readable without the password: {@code {"name": string, "port": 1
 * to 65535, "listen": "all" or "loopback", "look": "system", "light" or "dark", "language":
 * "system", "en" or "zh", "text_percent": 100 to 250}}, each of which may be missing.
 *
 * <p>Immutable. Members that are not known are kept, and so is one whose value cannot be used until
 * it is set: a newer version may know it.
 */
public final class ClearSettings {
  /** The members of the file. */
  public enum Member {
    /** The own name. */
    NAME,
    /** The port that is listened on. */
    PORT,
    /** The addresses that are. */
    LISTEN,
    /** How the window looks. */
    LOOK,
    /** The words' language. */
    LANGUAGE,
    /** How large texts are, in percent. */
    TEXT_PERCENT;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The smallest and the usual size of texts, in percent. */
  public static final int LEAST_TEXT_PERCENT = 100;

  /** The largest size of texts, in percent. */
  public static final int MOST_TEXT_PERCENT = 250;

  private static final int MAX_PORT = 65_535;

  private final JsonObject json;
  private final Members members;
  private final @Nullable PeerName name;
  private final OptionalInt port;
  private final ListenOn listenOn;
  private final Look look;
  private final Language language;
  private final int textPercent;

  private ClearSettings(JsonObject json) {
    this.json = json;
    this.members = new Members(json);
    this.name = readName();
    this.port = members.integer(Member.PORT.key(), 1, MAX_PORT);
    this.listenOn = members.choice(Member.LISTEN.key(), ListenOn.class, ListenOn.ALL);
    this.look = members.choice(Member.LOOK.key(), Look.class, Look.SYSTEM);
    this.language = members.choice(Member.LANGUAGE.key(), Language.class, Language.SYSTEM);
    this.textPercent =
        members
            .integer(Member.TEXT_PERCENT.key(), LEAST_TEXT_PERCENT, MOST_TEXT_PERCENT)
            .orElse(LEAST_TEXT_PERCENT);
  }

  /** What holds where nothing was set: no name, no port, all addresses, the system's look. */
  public static ClearSettings defaults() {
    return new ClearSettings(JsonObject.empty());
  }

  static ClearSettings of(JsonObject json) {
    return new ClearSettings(json);
  }

  private @Nullable PeerName readName() {
    if (!json.has(Member.NAME.key())) {
      return null;
    }
    try {
      return PeerName.normalise(json.string(Member.NAME.key()));
    } catch (JsonException | InvalidNameException e) {
      members.reject(Member.NAME.key());
      return null;
    }
  }

  /** The own name; null where none is set, or one that cannot be used. */
  public @Nullable PeerName name() {
    return name;
  }

  /** The port, 1 to 65535; empty where none is set, or one that cannot be used. */
  public OptionalInt port() {
    return port;
  }

  /** Which addresses are listened on. */
  public ListenOn listenOn() {
    return listenOn;
  }

  /** How the window looks. */
  public Look look() {
    return look;
  }

  /** The language of the words. */
  public Language language() {
    return language;
  }

  /** How large texts are, in percent of their usual size. */
  public int textPercent() {
    return textPercent;
  }

  /** Members whose value cannot be used, and for which the default holds. */
  public Set<Member> unusable() {
    Set<Member> unusable = EnumSet.noneOf(Member.class);
    for (Member member : Member.values()) {
      if (members.unusable().contains(member.key())) {
        unusable.add(member);
      }
    }
    return unusable;
  }

  /** The same with this own name. */
  public ClearSettings withName(PeerName value) {
    return with(Member.NAME, value.toString());
  }

  /** The same with this port, 1 to 65535. */
  public ClearSettings withPort(int value) {
    if (value < 1 || value > MAX_PORT) {
      throw new IllegalArgumentException("no port: " + value);
    }
    return with(Member.PORT, (long) value);
  }

  /** The same with these addresses. */
  public ClearSettings withListenOn(ListenOn value) {
    return with(Member.LISTEN, Members.written(value));
  }

  /** The same with this look. */
  public ClearSettings withLook(Look value) {
    return with(Member.LOOK, Members.written(value));
  }

  /** The same with this language. */
  public ClearSettings withLanguage(Language value) {
    return with(Member.LANGUAGE, Members.written(value));
  }

  /** The same with texts of this size, 100 to 250 percent. */
  public ClearSettings withTextPercent(int value) {
    if (value < LEAST_TEXT_PERCENT || value > MOST_TEXT_PERCENT) {
      throw new IllegalArgumentException("no size of texts: " + value);
    }
    return with(Member.TEXT_PERCENT, (long) value);
  }

  private ClearSettings with(Member member, Object value) {
    return new ClearSettings(json.with(member.key(), value));
  }

  /** What is written: the known members in their order, then the others by name. */
  JsonObject json() {
    JsonObject ordered = JsonObject.empty();
    Set<String> others = new TreeSet<>(json.names());
    for (Member member : Member.values()) {
      if (others.remove(member.key())) {
        ordered = ordered.with(member.key(), json.get(member.key()));
      }
    }
    for (String other : others) {
      ordered = ordered.with(other, json.get(other));
    }
    return ordered;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ClearSettings settings && settings.json.equals(json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  @Override
  public String toString() {
    return "ClearSettings" + json.names();
  }
}
