package org.parley.journal.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {

  @Test
  void markup_is_text() {
    assertThat(HtmlText.of("<script>alert(\"1\")</script> & '"))
        .isEqualTo("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;");
  }

  @Test
  void what_cannot_be_seen_is_shown() {
    assertThat(HtmlText.of("a\u202eb\u2066c\u0000d\u2028e\ufeff"))
        .isEqualTo(
            "a<b class=\"u\">U+202E</b>b<b class=\"u\">U+2066</b>c<b class=\"u\">U+0000</b>d"
                + "<b class=\"u\">U+2028</b>e<b class=\"u\">U+FEFF</b>");
    assertThat(HtmlText.of("\ufffe\ufdd0")).contains("U+FFFE", "U+FDD0");
  }

  @Test
  void letters_marks_emoji_and_line_ends_stay() {
    String text = "grüße שלום 你好 👩\u200d👩\u200d👧 e\u0301\nnext\tline";
    assertThat(HtmlText.of(text)).isEqualTo(text);
    assertThat(HtmlText.of("a\r\nb\rc")).isEqualTo("a\nb<b class=\"u\">U+000D</b>c");
  }
}
