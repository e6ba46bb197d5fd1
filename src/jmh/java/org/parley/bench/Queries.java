package org.parley.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.parley.journal.search.Folding;

/** What people may type, drawn from the texts of a corpus: kinds of queries, each with many. */
final class Queries {
  private final Random random = new Random(7);
  private final List<String> texts = new ArrayList<>();

  /** Over a sample of the corpus. */
  Queries(int messages) {
    Corpus corpus = new Corpus(Corpus.SEED, messages);
    for (int i = 0; i < messages; i++) {
      String text = corpus.next().text();
      if (i % Math.max(1, messages / 20_000) == 0) {
        texts.add(text);
      }
    }
  }

  /** So many queries of each kind. */
  Map<String, List<String>> all(int each) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("1 character", many(each, () -> part(1, 1)));
    all.put("2 characters", many(each, () -> part(2, 2)));
    all.put("3 characters", many(each, () -> part(3, 3)));
    all.put("4 to 6 characters", many(each, () -> part(4, 6)));
    all.put("word", many(each, () -> words(1)));
    all.put("phrase", many(each, () -> words(2 + random.nextInt(2))));
    all.put("nowhere, 3 characters", many(each, () -> scrambled(3)));
    all.put("nowhere, longer", many(each, () -> scrambled(4 + random.nextInt(8))));
    return all;
  }

  private static List<String> many(int count, java.util.function.Supplier<String> each) {
    List<String> all = new ArrayList<>();
    while (all.size() < count) {
      String query = each.get();
      if (!Folding.fold(query).isBlank()) {
        all.add(query);
      }
    }
    return all;
  }

  private String any() {
    return texts.get(random.nextInt(texts.size()));
  }

  private String part(int fewest, int most) {
    String text = any();
    int all = text.codePointCount(0, text.length());
    int count = fewest + random.nextInt(most - fewest + 1);
    if (all < count) {
      return "";
    }
    int from = text.offsetByCodePoints(0, random.nextInt(all - count + 1));
    String part = text.substring(from, text.offsetByCodePoints(from, count));
    // Folded it must have as many units as its kind says, or it is compared with the wrong thing.
    int units = Folding.fold(part).length();
    return units < fewest || (most <= 3 && units != most) ? "" : part;
  }

  private String words(int count) {
    String[] words = any().split(" ");
    if (words.length < count) {
      return "";
    }
    int from = random.nextInt(words.length - count + 1);
    String joined = String.join(" ", java.util.Arrays.copyOfRange(words, from, from + count));
    return Folding.fold(joined).length() < 3 ? "" : joined;
  }

  private String scrambled(int units) {
    String text = Folding.fold(any());
    StringBuilder scrambled = new StringBuilder();
    for (int i = 0; i < units && !text.isEmpty(); i++) {
      int c =
          text.codePointAt(
              text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()))));
      scrambled.appendCodePoint(c);
    }
    return Folding.fold(scrambled.toString()).length() < 3 ? "" : scrambled.toString();
  }
}
