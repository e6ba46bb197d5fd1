package org.parley.directory;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes IP addresses; Java's own parser takes many more spellings, and looks names up.
 */
final class IpAddress {
  private static final Pattern V4_PART = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern V6_GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
  private static final int GROUPS = 8;

  /** Four numbers of 8 bits, or eight of 16. */
  private final int[] parts;

  private IpAddress(int[] parts) {
    this.parts = parts;
  }

  /** Four decimal numbers up to 255, without leading zeros, which some read as octal. */
  static @Nullable IpAddress v4(String text) {
    String[] numbers = text.split("\\.", -1);
    if (numbers.length != 4) {
      return null;
    }
    int[] parts = new int[4];
    for (int i = 0; i < 4; i++) {
      if (!V4_PART.matcher(numbers[i]).matches()) {
        return null;
      }
      parts[i] = Integer.parseInt(numbers[i]);
      if (parts[i] > 255) {
        return null;
      }
    }
    return new IpAddress(parts);
  }

  /** RFC 4291 section 2.2, all three forms. */
  static @Nullable IpAddress v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      int[] all = groups(text, true);
      return all == null || all.length != GROUPS ? null : new IpAddress(all);
    }
    int[] before = groups(text.substring(0, gap), false);
    int[] after = groups(text.substring(gap + 2), true);
    // The gap stands for one group at least; RFC 4291 says "one or more".
    if (before == null || after == null || before.length + after.length >= GROUPS) {
      return null;
    }
    int[] parts = new int[GROUPS];
    System.arraycopy(before, 0, parts, 0, before.length);
    System.arraycopy(after, 0, parts, GROUPS - after.length, after.length);
    return new IpAddress(parts);
  }

  private static int @Nullable [] groups(String text, boolean last) {
    if (text.isEmpty()) {
      return new int[0];
    }
    String[] groups = text.split(":", GROUPS + 2);
    if (groups.length > GROUPS) {
      return null;
    }
    IpAddress tail = last ? v4(groups[groups.length - 1]) : null;
    int plain = groups.length - (tail == null ? 0 : 1);
    int[] values = new int[plain + (tail == null ? 0 : 2)];
    for (int i = 0; i < plain; i++) {
      if (!V6_GROUP.matcher(groups[i]).matches()) {
        return null;
      }
      values[i] = Integer.parseInt(groups[i], 16);
    }
    if (tail != null) {
      values[plain] = tail.parts[0] << 8 | tail.parts[1];
      values[plain + 1] = tail.parts[2] << 8 | tail.parts[3];
    }
    return values;
  }

  /** Whether a connection could go there. */
  boolean reachable() {
    if (parts.length == 4) {
      return parts[0] != 0 && (parts[0] < 224 || parts[0] >= 240) && !broadcast();
    }
    if (mapped()) {
      return embedded().reachable();
    }
    boolean unspecified = true;
    for (int part : parts) {
      unspecified &= part == 0;
    }
    return !unspecified && parts[0] >> 8 != 0xff;
  }

  private boolean broadcast() {
    return parts[0] == 255 && parts[1] == 255 && parts[2] == 255 && parts[3] == 255;
  }

  private boolean mapped() {
    boolean zeros = true;
    for (int i = 0; i < 5; i++) {
      zeros &= parts[i] == 0;
    }
    return zeros && parts[5] == 0xffff;
  }

  private IpAddress embedded() {
    return new IpAddress(new int[] {parts[6] >> 8, parts[6] & 255, parts[7] >> 8, parts[7] & 255});
  }

  /** The one text of the address; RFC 5952 for IPv6. */
  String text() {
    if (parts.length == 4) {
      return parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[3];
    }
    if (mapped()) {
      return "::ffff:" + embedded().text();
    }
    int from = -1;
    int length = 1; // a single group of zeros is not shortened (section 4.2.2)
    for (int i = 0; i < GROUPS; i++) {
      int run = 0;
      while (i + run < GROUPS && parts[i + run] == 0) {
        run++;
      }
      if (run > length) {
        from = i;
        length = run;
      }
      i += run;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == from) {
        out.append("::");
        i += length - 1;
      } else {
        out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":");
        out.append(Integer.toHexString(parts[i]));
      }
    }
    return out.toString();
  }
}
