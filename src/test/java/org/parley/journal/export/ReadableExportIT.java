package org.parley.journal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.store.TestProfile.commit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.crypto.Sha256;
import org.parley.journal.Journal;
import org.parley.json.Base64Text;
import org.parley.store.Damage;
import org.parley.store.TestProfile;

class ReadableExportIT {
  private static final String HOSTILE =
      "</div></article><script>alert(1)</script><img src=x onerror=alert(1)> \u202egnp.exe"
          + " <!-- ]]> <style>*{display:none}</style> \u0000\u001b[2J";

  @TempDir Path folder;
  private ExportFixture here;

  @BeforeEach
  void profile() throws Exception {
    here = new ExportFixture(folder);
    try (Journal journal = here.profile.create()) {
      commit(
          journal,
          TestProfile.received("bob <b>&", TestProfile.id(1), HOSTILE),
          TestProfile.received("bob", TestProfile.id(2), "a gone secret"),
          TestProfile.received("bob", TestProfile.id(3), "=HYPERLINK(\"http://x\")\r\nשלום"));
    }
    Damage.empty(here.profile, 1);
  }

  private String export(ExportFormat format) throws Exception {
    Selection selection = Selection.whole();
    selection.add(0, Standing.RECEIVED, "bob <b>&", false, ExportFixture.EXPORTED);
    selection.add(1, Standing.REMOVED, "bob", false, ExportFixture.EXPORTED);
    selection.add(2, Standing.RECEIVED, "bob", false, ExportFixture.EXPORTED);
    try (Journal journal = here.profile.open()) {
      Basis basis = new Basis(3, journal.root(), true);
      Exported done = here.export(journal, here.alice, here.plan(format, basis, selection), "file");
      assertThat(done.rows()).isEqualTo(3);
      assertThat(done.withheld()).isEqualTo(1);
    }
    return Files.readString(here.file("file"), StandardCharsets.UTF_8);
  }

  @Test
  void the_page_shows_a_hostile_text_and_lets_nothing_of_it_act() throws Exception {
    String page = export(ExportFormat.HTML);
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("<b class=\"u\">U+202E</b>gnp.exe")
        .contains("<bdi>bob &lt;b&gt;&amp;</bdi>")
        .doesNotContain("<script", "<img", "onerror=\"", "<!--", "\u202e", "\u0000", "\u001b");
    assertThat(page.split("<style>", -1)).hasSize(2);
    // Every tag that is there is one of ours.
    Matcher tags = Pattern.compile("</?([a-z0-9]+)").matcher(page);
    while (tags.find()) {
      assertThat(tags.group(1))
          .isIn(
              "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "p", "main",
              "article", "b", "bdi", "time", "span", "div", "footer", "pre");
    }
  }

  @Test
  void the_page_allows_its_own_style_and_nothing_else() throws Exception {
    String page = export(ExportFormat.HTML);
    String style = page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
    String digest = Base64Text.encode(Sha256.of(style.getBytes(StandardCharsets.UTF_8)));
    assertThat(page)
        .contains(
            "content=\"default-src 'none'; style-src 'sha256-"
                + digest
                + "'; base-uri 'none'; form-action 'none'\"");
    assertThat(page.indexOf("Content-Security-Policy")).isLessThan(page.indexOf("<style>"));
    assertThat(page).doesNotContainPattern("<[^>]*\\b(style|src|href|on[a-z]+)=");
    assertThat(style).doesNotContain("url(", "@import");
    assertThat(style).contains("prefers-color-scheme: dark");
  }

  @Test
  void the_page_carries_the_checkpoint_and_says_what_was_removed() throws Exception {
    String page = export(ExportFormat.HTML);
    String note = page.substring(page.indexOf("<pre id=\"checkpoint\">") + 21);
    note = note.substring(0, note.indexOf("</pre>"));
    String text = SignedNote.open(note, here.key(here.alice));
    assertThat(Checkpoint.parse(text).size()).isEqualTo(3);
    assertThat(page).contains(here.key(here.alice).toString(), "removed by the owner");
    assertThat(page).contains("dir=\"auto\"", "datetime=\"2026-07-01T09:30:00.120Z\"");
  }

  @Test
  void the_table_defuses_formulas_and_keeps_its_shape() throws Exception {
    String table = export(ExportFormat.CSV);
    assertThat(table).startsWith("\ufeff\"seq\",");
    assertThat(table.split("\r\n", -1)).hasSize(5);
    assertThat(table)
        .contains(
            "\"'=HYPERLINK(\"\"http://x\"\")\nשלום\"", ",\"removed\"\r\n", "\\u{202e}gnp.exe");
  }
}
