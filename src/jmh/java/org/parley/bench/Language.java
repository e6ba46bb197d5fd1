package org.parley.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A vocabulary for texts that look like a language's: its most frequent words as they are, and
 * thousands of rarer ones that a chain over the letters of those makes up.
 */
final class Language {
  private static final int VOCABULARY = 24_000;

  private final String space;
  private final String[] words;
  private final double[] upTo;

  /**
   * A language.
   *
   * @param common its most frequent words, with spaces between them
   * @param spaced whether it parts words by spaces
   */
  Language(String common, boolean spaced, Random random) {
    this.space = spaced ? " " : "";
    List<String> all = new ArrayList<>(List.of(common.split(" ")));
    Map<String, List<Integer>> next = chain(all);
    while (all.size() < VOCABULARY) {
      all.add(made(next, random));
    }
    this.words = all.toArray(String[]::new);
    this.upTo = new double[words.length];
    double sum = 0;
    for (int rank = 0; rank < words.length; rank++) {
      // Zipf's law with Mandelbrot's shift.
      sum += 1 / Math.pow(rank + 2.7, 1.05);
      upTo[rank] = sum;
    }
  }

  private static Map<String, List<Integer>> chain(List<String> words) {
    Map<String, List<Integer>> next = new HashMap<>();
    for (String word : words) {
      int[] letters = word.codePoints().toArray();
      for (int i = 0; i <= letters.length; i++) {
        int letter = i == letters.length ? 0 : letters[i];
        next.computeIfAbsent(context(letters, i), c -> new ArrayList<>()).add(letter);
      }
    }
    return next;
  }

  private static String context(int[] letters, int at) {
    return at == 0 ? "" : Character.toString(letters[at - 1]);
  }

  private static String made(Map<String, List<Integer>> next, Random random) {
    StringBuilder word = new StringBuilder();
    String context = "";
    while (word.length() < 14) {
      List<Integer> choice = next.get(context);
      int letter = choice.get(random.nextInt(choice.size()));
      if (letter == 0) {
        if (word.length() >= 2) {
          break;
        }
        context = "";
        continue;
      }
      // A Chinese character stands for many that are not among the frequent ones.
      if (letter >= 0x4E00 && letter < 0x9FA5 && random.nextInt(3) == 0) {
        letter = 0x4E00 + (int) (3500 * Math.pow(random.nextDouble(), 2));
      } else if (letter >= 0xAC00 && letter <= 0xD7A3 && random.nextInt(4) == 0) {
        letter = 0xAC00 + random.nextInt(11172);
      }
      word.appendCodePoint(letter);
      context = Character.toString(letter);
      if (!next.containsKey(context)) {
        context = "";
      }
    }
    return word.toString();
  }

  /** A word as often as its rank makes it. */
  String word(Random random) {
    double wanted = random.nextDouble() * upTo[upTo.length - 1];
    int at = Arrays.binarySearch(upTo, wanted);
    return words[at < 0 ? -at - 1 : at];
  }

  /** What stands between two words. */
  String space() {
    return space;
  }
}
