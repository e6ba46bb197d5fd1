package org.parley.directory;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a peer can be reached: an IPv4 address, an IPv6 address or a host name. Nothing is looked
 * up. Two are equal where their text is.
 *
 * <p>Refused is what no connection can go to: the unspecified, broadcast and multicast addresses,
 * numbers that only some programs take for an address ({@code 127.1}, {@code 0x7f.1}, {@code
 * 010.0.0.1}), and IPv6 zones, which mean something on one machine only.
 */
public final class Host {
  /** What a host is. */
  public enum Kind {
    /** Four decimal numbers. */
    IPV4,
    /** Eight groups; the text is that of RFC 5952, without brackets. */
    IPV6,
    /** A name, in lower case; other than ASCII as RFC 3490 writes it. */
    NAME
  }

  private static final int MAX_NAME = 253;
  private static final int MAX_TYPED = 1024;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  private final Kind kind;
  private final String text;

  private Host(Kind kind, String text) {
    this.kind = kind;
    this.text = text;
  }

  /** The host that was typed, with or without brackets about an IPv6 address; null: none. */
  public static @Nullable Host parse(String typed) {
    String host = typed.strip();
    if (host.length() > MAX_TYPED) {
      return null;
    }
    boolean brackets = host.startsWith("[") && host.endsWith("]");
    String bare = brackets ? host.substring(1, host.length() - 1) : host;
    if (brackets || bare.indexOf(':') >= 0) {
      IpAddress address = IpAddress.v6(bare);
      return address == null || !address.reachable() ? null : new Host(Kind.IPV6, address.text());
    }
    IpAddress address = IpAddress.v4(bare);
    if (address != null) {
      return address.reachable() ? new Host(Kind.IPV4, address.text()) : null;
    }
    return name(bare);
  }

  private static @Nullable Host name(String typed) {
    String ascii;
    try {
      ascii = IDN.toASCII(typed, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return null;
    }
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (name.length() > MAX_NAME) {
      return null;
    }
    String last = "";
    for (String label : name.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        return null;
      }
      last = label;
    }
    return NUMBER.matcher(last).matches() ? null : new Host(Kind.NAME, name);
  }

  /** What it is. */
  public Kind kind() {
    return kind;
  }

  /** The text to resolve and to write; an IPv6 address without brackets. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Host host && host.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
