package org.parley.ui.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.parley.journal.Entry;
import org.parley.journal.LocalTypes;
import org.parley.journal.Outcomes;
import org.parley.json.Base64Text;
import org.parley.json.JsonException;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.WireItem;
import org.parley.wire.MsgType;

/** What the Wire tab says of items and rows. */
final class WireWords {
  private static final List<String> LOCAL =
      List.of(
          LocalTypes.REMOVE,
          LocalTypes.ACCEPT,
          LocalTypes.FINDING,
          LocalTypes.FOLLOWS,
          "unrecorded");

  private final UiContext ui;

  WireWords(UiContext ui) {
    this.ui = ui;
  }

  /** Who or what an item is about, in a line. */
  String title(WireItem item) {
    return switch (item.kind()) {
      case CONNECTION ->
          item.peer() != null
              ? SafeText.quoted(item.peer())
              : item.address() != null
                  ? SafeText.quoted(item.address())
                  : ui.word("ui.wire.nobody");
      case LOCAL -> ui.word("ui.wire.local");
      case REMOVED -> ui.word("ui.wire.removed");
      case DAMAGED -> ui.word("ui.wire.damaged");
    };
  }

  /** What came of it, in a line. */
  String result(WireItem item) {
    return switch (item.kind()) {
      case CONNECTION ->
          item.result() == WireItem.Result.REJECTED
              ? ui.word(
                  item.outgoing() ? "ui.wire.rejected.outgoing" : "ui.wire.rejected.incoming",
                  check(String.valueOf(item.detail())))
              : ui.word("ui.wire.result." + item.result());
      case LOCAL -> local(item.detail() == null ? "" : item.detail(), item.of());
      case REMOVED -> ui.word("ui.wire.removed.sentence", item.last());
      case DAMAGED -> ui.word("ui.wire.damaged.sentence", item.last());
    };
  }

  private String check(String name) {
    for (PduCheck check : PduCheck.values()) {
      if (check.name().toLowerCase(Locale.ROOT).equals(name)) {
        return ui.word("ui.wire.checkName." + check);
      }
    }
    return SafeText.line(name, 40);
  }

  /** What a local row says. */
  String local(String type, @Nullable Long of) {
    String row = of == null ? "–" : Long.toString(of);
    return LOCAL.contains(type)
        ? ui.word("ui.wire.local." + type, row)
        : ui.word("ui.wire.local.other", SafeText.line(type, 40));
  }

  /** How many connections a row of the count of strangers stands for. */
  String unrecorded(Entry entry) {
    try {
      String count =
          entry.body() == null
              ? "?"
              : new String(Base64Text.decode(entry.body()), StandardCharsets.US_ASCII);
      return ui.word("ui.wire.unrecorded", SafeText.line(count, 20));
    } catch (JsonException e) {
      return ui.word("ui.wire.unrecorded", "?");
    }
  }

  /** What a PDU of that type does in the protocol. */
  String says(Entry entry) {
    MsgType type = MsgType.of(entry.msgType());
    return type == null ? ui.word("ui.wire.says.none") : ui.word("ui.wire.says." + type);
  }

  /** A row's type as it is on the wire, made harmless. */
  static String type(Entry entry) {
    return SafeText.line(entry.msgType(), 64);
  }

  /** What became of a row, in words. */
  String outcome(Entry entry) {
    String outcome = entry.outcome();
    if (outcome.startsWith(Outcomes.REJECTED)) {
      return ui.word(
          "ui.wire.outcome.rejected", check(outcome.substring(Outcomes.REJECTED.length())));
    }
    return switch (outcome) {
      case Outcomes.SENT -> ui.word("ui.wire.outcome.sent");
      case Outcomes.OK -> ui.word("ui.wire.outcome.ok");
      case Outcomes.AGAIN -> ui.word("ui.wire.outcome.again");
      case Outcomes.IGNORED_WINDOW -> ui.word("ui.wire.outcome.ignored");
      default -> SafeText.line(outcome, 80);
    };
  }
}
