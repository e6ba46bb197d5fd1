package org.parley.ui.history;

import java.util.ArrayList;
import java.util.List;
import org.parley.journal.search.TextRange;
import org.parley.messaging.HistoryHit;
import org.parley.ui.common.SafeText;

/**
 * One line of a hit: what was found, with what stands around it, made harmless.
 *
 * @param marked where in the line it is
 */
record Excerpt(String line, List<TextRange> marked) {
  private static final int BEFORE = 80;
  private static final int WORD = 20;
  private static final int LENGTH = 300;
  private static final int MOST_MARKED = 20;

  static Excerpt of(HistoryHit hit) {
    String text = hit.message().text();
    int first = hit.places().isEmpty() ? 0 : hit.places().get(0).start();
    int start = first <= BEFORE ? 0 : wordStart(text, first - BEFORE);
    int end = whole(text, Math.min(text.length(), start + LENGTH));
    StringBuilder line = new StringBuilder(start > 0 ? "…" : "");
    List<TextRange> marked = new ArrayList<>();
    int at = start;
    for (TextRange place : hit.places()) {
      if (place.start() >= end || marked.size() == MOST_MARKED) {
        break;
      }
      append(line, text, at, place.start());
      int from = line.length();
      at = Math.min(place.end(), end);
      append(line, text, place.start(), at);
      marked.add(new TextRange(from, line.length()));
    }
    append(line, text, at, end);
    return new Excerpt(line.append(end < text.length() ? "…" : "").toString(), marked);
  }

  private static void append(StringBuilder line, String text, int from, int to) {
    String part = text.substring(from, Math.max(from, to));
    line.append(SafeText.line(part, part.length()));
  }

  /** The next beginning of a word, where one is near; some scripts have no spaces. */
  private static int wordStart(String text, int at) {
    for (int i = at; i < at + WORD; i++) {
      if (Character.isWhitespace(text.charAt(i - 1)) && !Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return whole(text, at);
  }

  /** Never within a pair. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
