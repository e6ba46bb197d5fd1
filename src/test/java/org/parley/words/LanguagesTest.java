package org.parley.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Chinese says all that English says in the window, with the same arguments. */
class LanguagesTest {
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  private static Properties bundle(String file) throws IOException {
    Properties words = new Properties();
    try (Reader in =
        new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      words.load(in);
    }
    return words;
  }

  private static Set<String> keys(Properties words) {
    Set<String> keys = new TreeSet<>(words.stringPropertyNames());
    keys.removeIf(key -> key.startsWith("cli.")); // the command line is English
    return keys;
  }

  private static Set<String> arguments(String pattern) {
    Set<String> numbers = new TreeSet<>();
    Matcher found = ARGUMENT.matcher(pattern);
    while (found.find()) {
      numbers.add(found.group(1));
    }
    return numbers;
  }

  @Test
  void both_have_the_same_keys() throws IOException {
    assertThat(keys(bundle("messages_zh_CN.properties")))
        .isEqualTo(keys(bundle("messages.properties")));
  }

  @Test
  void each_text_has_the_same_arguments() throws IOException {
    Properties english = bundle("messages.properties");
    Properties chinese = bundle("messages_zh_CN.properties");
    for (String key : keys(english)) {
      assertThat(arguments(chinese.getProperty(key, "")))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key)));
    }
  }

  @Test
  void each_chinese_text_can_be_formatted_and_has_no_lonely_apostrophe() throws IOException {
    Properties chinese = bundle("messages_zh_CN.properties");
    for (String key : chinese.stringPropertyNames()) {
      String text = chinese.getProperty(key);
      assertThat(new MessageFormat(text, Locale.SIMPLIFIED_CHINESE).format(new Object[] {2, 3, 4}))
          .as(key)
          .isNotBlank()
          .doesNotContain("{");
      assertThat(text).as(key).doesNotContainPattern("(?<!')'(?!')");
    }
  }

  @Test
  void every_locale_that_reads_simplified_chinese_gets_it_and_no_other() {
    for (String tag : new String[] {"zh", "zh-CN", "zh-SG", "zh-Hans-TW"}) {
      assertThat(Words.in(Locale.forLanguageTag(tag)).get("ui.common.close"))
          .as(tag)
          .isEqualTo("关闭");
    }
    for (String tag : new String[] {"zh-TW", "zh-Hant", "en", "de"}) {
      assertThat(Words.in(Locale.forLanguageTag(tag)).get("ui.common.close"))
          .as(tag)
          .isEqualTo("Close");
    }
  }
}
