package org.parley.bench;

import java.time.Instant;
import java.util.List;
import java.util.Random;

/**
 * Messages of a made-up life of ten years, the same for the same seed: 200 peers, one of whom
 * writes most; each with one or two of sixteen languages; in bursts; half of the texts up to six
 * words, some with hundreds. 43 characters a text on average, half of them up to 26.
 */
final class Corpus {
  /** The seed that published figures are of. */
  static final long SEED = 20260701L;

  private static final int PEERS = 200;
  private static final Instant BEGIN = Instant.parse("2016-07-01T06:00:00Z");
  private static final long TEN_YEARS = 315_000_000_000L;
  private static final String[] EMOJI = {"😀", "👍", "❤️", "😂", "🎉", "👨‍👩‍👧", "🇩🇪", "🙏🏽"};
  private static final String[] ENDS = {"", "", "", ".", "!", "?", "...", " :)"};

  private record Speaker(String name, Language first, Language second) {}

  /** One message. */
  record Message(String peer, boolean sent, Instant time, String text) {}

  private final Random random;
  private final List<Language> languages;
  private final Speaker[] speakers = new Speaker[PEERS];
  private final long pause;
  private Speaker speaker;
  private long time = BEGIN.toEpochMilli();

  /**
   * A corpus from its beginning.
   *
   * @param messages how many it will have, over which the years are spread
   */
  Corpus(long seed, int messages) {
    this.random = new Random(seed);
    this.pause = Math.max(1, TEN_YEARS / messages);
    Language english = language(CommonWords.ENGLISH, true);
    this.languages =
        List.of(
            english,
            english,
            english,
            english,
            language(CommonWords.GERMAN, true),
            language(CommonWords.SPANISH, true),
            language(CommonWords.FRENCH, true),
            language(CommonWords.RUSSIAN, true),
            language(CommonWords.CHINESE, false),
            language(CommonWords.JAPANESE, false),
            language(CommonWords.KOREAN, true),
            language(CommonWords.ARABIC, true),
            language(CommonWords.HINDI, true),
            language(CommonWords.THAI, false),
            language(CommonWords.TURKISH, true),
            language(CommonWords.POLISH, true),
            language(CommonWords.VIETNAMESE, true),
            language(CommonWords.GREEK, true),
            language(CommonWords.HEBREW, true));
    for (int i = 0; i < PEERS; i++) {
      Language first = languages.get(i % languages.size());
      Language second = languages.get(random.nextInt(languages.size()));
      speakers[i] = new Speaker("peer-" + i, first, second);
    }
    this.speaker = speakers[0];
  }

  private Language language(String common, boolean spaced) {
    return new Language(common, spaced, random);
  }

  /** The next message. */
  Message next() {
    if (random.nextInt(8) == 0) {
      // The k-th peer as often as 1/(k+3): nobody talks with all in equal parts.
      speaker = speakers[(int) (Math.exp(random.nextDouble() * Math.log(PEERS / 3.0 + 1)) * 3 - 3)];
    }
    time += (long) (-Math.log(1 - random.nextDouble()) * pause);
    return new Message(
        speaker.name(), random.nextBoolean(), Instant.ofEpochMilli(time), text(speaker));
  }

  private String text(Speaker who) {
    Language language = random.nextInt(5) == 0 ? who.second() : who.first();
    int words = (int) Math.max(1, Math.min(900, Math.exp(1.75 + random.nextGaussian())));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      String word = language.word(random);
      if (i > 0) {
        text.append(language.space());
      } else if (random.nextInt(3) > 0) {
        word = Character.toUpperCase(word.charAt(0)) + word.substring(1);
      }
      text.append(word);
      if (random.nextInt(12) == 0) {
        text.append(language.space().isEmpty() ? "，" : ",");
      }
    }
    return text.append(end()).toString();
  }

  private String end() {
    return switch (random.nextInt(25)) {
      case 0, 1, 2 -> " " + EMOJI[random.nextInt(EMOJI.length)];
      case 3 -> " https://example.org/" + Integer.toString(random.nextInt(1 << 30), 36);
      case 4 -> " " + (1 + random.nextInt(23)) + ":" + (10 + random.nextInt(50));
      case 5 -> "\n" + random.nextInt(100_000);
      default -> ENDS[random.nextInt(ENDS.length)];
    };
  }
}
