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
 * "system", "en" or "zh"}}, each of which may be missing.
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
    LANGUAGE;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int MAX_PORT = 65_535;

  private final JsonObject json;
  private final Set<Member> unusable = EnumSet.noneOf(Member.class);
  private final @Nullable PeerName name;
  private final OptionalInt port;
  private final ListenOn listenOn;
  private final Look look;
  private final Language language;

  private ClearSettings(JsonObject json) {
    this.json = json;
    this.name = readName();
    this.port = readPort();
    this.listenOn = read(Member.LISTEN, ListenOn.class, ListenOn.ALL);
    this.look = read(Member.LOOK, Look.class, Look.SYSTEM);
    this.language = read(Member.LANGUAGE, Language.class, Language.SYSTEM);
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
      unusable.add(Member.NAME);
      return null;
    }
  }

  private OptionalInt readPort() {
    if (!json.has(Member.PORT.key())) {
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of((int) json.integer(Member.PORT.key(), 1, MAX_PORT));
    } catch (JsonException e) {
      unusable.add(Member.PORT);
      return OptionalInt.empty();
    }
  }

  private <E extends Enum<E>> E read(Member member, Class<E> type, E otherwise) {
    if (!json.has(member.key())) {
      return otherwise;
    }
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(json.get(member.key()))) {
        return value;
      }
    }
    unusable.add(member);
    return otherwise;
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

  /** Members whose value cannot be used, and for which the default holds. */
  public Set<Member> unusable() {
    return Set.copyOf(unusable);
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
    return with(Member.LISTEN, value.name().toLowerCase(Locale.ROOT));
  }

  /** The same with this look. */
  public ClearSettings withLook(Look value) {
    return with(Member.LOOK, value.name().toLowerCase(Locale.ROOT));
  }

  /** The same with this language. */
  public ClearSettings withLanguage(Language value) {
    return with(Member.LANGUAGE, value.name().toLowerCase(Locale.ROOT));
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
