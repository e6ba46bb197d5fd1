package org.parley.journal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folded text that knows where in the original each of its units came from. For one thread. */
final class FoldedText {
  // Stream-Safe Text Format (UAX 15, section 13): no real text has more marks on one character, and
  // sorting the marks of one that has takes time that grows with the square of their number.
  private static final int MOST_MARKS = 30;

  private final StringBuilder folded;
  private int[] starts;
  private int[] ends;

  private FoldedText(int capacity, boolean places) {
    this.folded = new StringBuilder(capacity);
    this.starts = new int[places ? capacity + 16 : 0];
    this.ends = new int[starts.length];
  }

  /** The folded text alone. */
  static String fold(String text) {
    String folded = byTable(text);
    return folded == null ? foldClusters(text) : folded;
  }

  // Nearly every text is made of characters that the table alone folds; null for others.
  private static @Nullable String byTable(String text) {
    char[] units = new char[text.length()];
    int count = 0;
    for (int at = 0; at < text.length(); at++) {
      char one = FoldTable.one(text.charAt(at));
      if (one == FoldTable.SEVERAL || isMarkAt(text, at + 1)) {
        return null;
      }
      if (one != FoldTable.DROPPED) {
        units[count++] = one;
      }
    }
    return new String(units, 0, count);
  }

  private static String foldClusters(String text) {
    FoldedText folded = new FoldedText(text.length(), false);
    folded.addAll(text);
    return folded.folded.toString();
  }

  /** With places. */
  static FoldedText of(String text) {
    FoldedText folded = new FoldedText(text.length(), true);
    folded.addAll(text);
    return folded;
  }

  private void addAll(String text) {
    int at = 0;
    while (at < text.length()) {
      char unit = text.charAt(at);
      int end = at + 1;
      if (FoldTable.one(unit) != FoldTable.SEVERAL && !isMarkAt(text, end)) {
        addUnit(FoldTable.one(unit), at, end);
      } else {
        end = endOfCluster(text, at);
        addCluster(text, at, end);
      }
      at = end;
    }
  }

  // Nothing below U+0300 is a mark, which settles it for most texts.
  private static boolean isMarkAt(String text, int at) {
    if (at >= text.length() || text.charAt(at) < 0x300) {
      return false;
    }
    char unit = text.charAt(at);
    return Character.isSurrogate(unit)
        ? FoldTable.isMark(text.codePointAt(at))
        : FoldTable.isMarkUnit(unit);
  }

  private static int endOfCluster(String text, int from) {
    int at = from + Character.charCount(text.codePointAt(from));
    int marks = 0;
    while (at < text.length() && marks < MOST_MARKS) {
      int c = text.codePointAt(at);
      if (!FoldTable.isMark(c)) {
        break;
      }
      // Accents are left out before anything is sorted, so there may be any number of them.
      marks += FoldTable.isAccent(c) ? 0 : 1;
      at += Character.charCount(c);
    }
    return at;
  }

  // A character with its marks. All that it becomes comes from all of it.
  private void addCluster(String text, int from, int to) {
    int first = text.codePointAt(from);
    StringBuilder kept = new StringBuilder(8);
    for (int at = from + Character.charCount(first); at < to; ) {
      int c = text.codePointAt(at);
      if (!FoldTable.isAccent(c)) {
        kept.appendCodePoint(c);
      }
      at += Character.charCount(c);
    }
    String alone = foldFirst(first);
    // Marks may have to change places with those that the character itself comes apart into, but
    // there is nothing to sort where there is only one.
    if (kept.length() == 0) {
      add(alone, from, to);
    } else if (alone.isEmpty() || alone.equals(" ")) {
      add(alone, from, to);
      add(FoldTable.of(kept.toString()), from, to);
    } else {
      add(FoldTable.of(Character.toString(first) + kept), from, to);
    }
  }

  private static String foldFirst(int c) {
    if (FoldTable.isHangulSyllable(c)) {
      return hangul(c - 0xAC00);
    }
    if (c >= 0x1F300 && c <= 0x1FAFF) {
      return Character.toString(c); // pictures fold to themselves
    }
    if (c <= 0xFFFF && FoldTable.one((char) c) != FoldTable.SEVERAL) {
      char one = FoldTable.one((char) c);
      return one == FoldTable.DROPPED ? "" : String.valueOf(one);
    }
    return FoldTable.of(c);
  }

  // The Unicode Standard, section 3.12, Hangul syllable decomposition.
  private static String hangul(int index) {
    char lead = (char) (0x1100 + index / 588);
    char vowel = (char) (0x1161 + index % 588 / 28);
    int tail = index % 28;
    return tail == 0 ? "" + lead + vowel : "" + lead + vowel + (char) (0x11A7 + tail);
  }

  private void add(String units, int from, int to) {
    for (int i = 0; i < units.length(); i++) {
      addUnit(units.charAt(i), from, to);
    }
  }

  private void addUnit(char unit, int from, int to) {
    if (unit == FoldTable.DROPPED) {
      return;
    }
    if (starts.length > 0) {
      if (folded.length() == starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
        ends = Arrays.copyOf(ends, starts.length);
      }
      starts[folded.length()] = from;
      ends[folded.length()] = to;
    }
    folded.append(unit);
  }

  /**
   * Where in the text the folded part is, each place once, first to last, at most so many.
   *
   * @return none where the text does not contain it
   */
  static List<TextRange> find(String text, String foldedPart, int most) {
    String byTable = byTable(text);
    String folded = byTable == null ? foldClusters(text) : byTable;
    int first = foldedPart.isEmpty() ? -1 : folded.indexOf(foldedPart);
    if (first < 0) {
      return List.of();
    }
    return byTable != null && byTable.length() == text.length()
        ? unitForUnit(folded, foldedPart, first, most)
        : of(text).find(foldedPart, first, most);
  }

  // Each unit became one: places in the folded text are places in the text.
  private static List<TextRange> unitForUnit(String folded, String part, int first, int most) {
    List<TextRange> found = new ArrayList<>(1);
    for (int at = first; at >= 0 && found.size() < most; at = folded.indexOf(part, at)) {
      found.add(new TextRange(at, at + part.length()));
      at += part.length();
    }
    return found;
  }

  private List<TextRange> find(String foldedPart, int first, int most) {
    List<TextRange> found = new ArrayList<>();
    int at = first;
    while (at >= 0 && found.size() < most) {
      int last = at + foldedPart.length() - 1;
      int start = starts[at];
      // Two finds within one character, such as both halves of an ß, are one place.
      if (found.isEmpty() || start >= found.get(found.size() - 1).end()) {
        found.add(new TextRange(start, ends[last]));
      }
      at = folded.indexOf(foldedPart, last + 1);
    }
    return found;
  }
}
