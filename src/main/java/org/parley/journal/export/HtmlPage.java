package org.parley.journal.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.parley.crypto.Sha256;
import org.parley.journal.RecordText;
import org.parley.json.Base64Text;
import org.parley.words.Words;

/**
 * A page for reading: one file that loads nothing and runs nothing. Its policy allows the one style
 * sheet that it holds, by its digest, and nothing else, so that markup smuggled into a text, were
 * it to get past the escaping, could neither run nor fetch. Texts stand by themselves as to writing
 * direction.
 */
final class HtmlPage implements MessageSheet {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final ExportHeader header;
  private final ExportPlan plan;
  private final Words words;
  private final OutputStream out;
  private @Nullable LocalDate day;

  HtmlPage(ExportHeader header, ExportPlan plan, OutputStream out) {
    this.header = header;
    this.plan = plan;
    this.words = plan.words();
    this.out = out;
  }

  private void write(String html) throws IOException {
    out.write(html.getBytes(StandardCharsets.UTF_8));
  }

  private String say(String key, Object... arguments) {
    return HtmlText.of(words.get("export.page." + key, arguments));
  }

  @Override
  public void begin() throws IOException {
    String style = style();
    String digest = Base64Text.encode(Sha256.of(VerifierKey.utf8(style)));
    String owner = HtmlText.of(header.owner().toString());
    write("<!DOCTYPE html>\n<html lang=\"" + say("language") + "\">\n<head>\n");
    write("<meta charset=\"utf-8\">\n");
    write(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
            + " 'sha256-"
            + digest
            + "'; base-uri 'none'; form-action 'none'\">\n");
    write("<meta name=\"referrer\" content=\"no-referrer\">\n");
    write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    write("<meta name=\"color-scheme\" content=\"light dark\">\n");
    write("<title>" + say("title", header.owner()) + "</title>\n");
    write("<style>" + style + "</style>\n</head>\n<body>\n<header>\n");
    write("<h1>" + say("heading") + " <bdi>" + owner + "</bdi></h1>\n");
    write("<p>" + say("exported", moment(header.exported()), plan.zone().getId()) + "</p>\n");
    write("<p>" + say(header.verified() ? "verified" : "unverified") + "</p>\n");
    write("<p>" + say(header.kind() == ExportKind.WHOLE ? "whole" : "part") + "</p>\n");
    write("</header>\n<main>\n");
  }

  private static String style() throws IOException {
    try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
      if (in == null) {
        throw new IllegalStateException("the style sheet of the page is not in the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String moment(Instant time) {
    ZonedDateTime local = time.atZone(plan.zone());
    return day(local.toLocalDate()) + ", " + CLOCK.format(local);
  }

  private String day(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
        .withLocale(words.locale())
        .format(date);
  }

  @Override
  public void add(ShownMessage message) throws IOException {
    ZonedDateTime time = message.time() == null ? null : message.time().atZone(plan.zone());
    if (time != null && !time.toLocalDate().equals(day)) {
      day = time.toLocalDate();
      write("<h2>" + HtmlText.of(day(day)) + "</h2>\n");
    }
    boolean outgoing = Boolean.TRUE.equals(message.outgoing());
    write("<article class=\"" + (outgoing ? "out" : "in") + "\">\n<p class=\"head\">");
    if (message.outgoing() != null) {
      write(who(outgoing, message.peer()) + " ");
    }
    if (time != null && message.time() != null) {
      String exact = RecordText.time(message.time());
      write("<time datetime=\"" + exact + "\">" + CLOCK.format(time) + "</time> ");
    }
    String standing = message.standing() == null ? "damaged" : message.standing().name();
    write("<span class=\"standing\">" + say("standing." + standing) + "</span> ");
    write("<span class=\"seq\">" + message.seq() + "</span></p>\n");
    if (message.text() != null) {
      write("<div class=\"text\" dir=\"auto\">" + HtmlText.of(message.text()) + "</div>\n");
    }
    write("</article>\n");
  }

  private String who(boolean outgoing, @Nullable String peer) {
    String us = "<bdi>" + HtmlText.of(header.owner().toString()) + "</bdi>";
    String them = "<bdi>" + HtmlText.of(peer == null ? "?" : peer) + "</bdi>";
    return "<b>" + (outgoing ? us + " &rarr; " + them : them + " &rarr; " + us) + "</b>";
  }

  @Override
  public void end() throws IOException {
    write("</main>\n<footer>\n<h2>" + say("checkpoint") + "</h2>\n");
    write("<p>" + say("checkpoint.says") + "</p>\n");
    write("<pre id=\"checkpoint\">" + HtmlText.of(header.note()) + "</pre>\n");
    write("<p>" + say("key") + "</p>\n");
    write("<pre id=\"key\">" + HtmlText.of(header.key().toString()) + "</pre>\n");
    write("<p>" + say("fingerprint") + "</p>\n");
    write("<pre id=\"fingerprint\">" + header.key().fingerprint() + "</pre>\n");
    write("</footer>\n</body>\n</html>\n");
  }
}
