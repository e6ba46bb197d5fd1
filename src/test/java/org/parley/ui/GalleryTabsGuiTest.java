package org.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.app.window.RealPair;
import org.parley.directory.Directories;
import org.parley.directory.Directory;
import org.parley.messaging.Failure;
import org.parley.messaging.FailureKind;
import org.parley.messaging.Fate;
import org.parley.settings.Language;
import org.parley.ui.workplace.FakeWorkplace;
import org.parley.ui.workplace.Reached;
import org.parley.ui.workplace.Status;
import org.parley.ui.workplace.Workplace;

/** Every tab without anything in it, on an ordinary day, and with more than one would wish. */
class GalleryTabsGuiTest extends Gallery {
  private static final String LONG =
      "Bartholomäus Maximilian von Hohenstaufen-Wittelsbach zu Köln und";
  private static final String WIDE = "W".repeat(64);
  private static final String CHINESE = "第七实验室样品管理与冷链运输协调小组".repeat(4).substring(0, 64);
  private static final String HEBREW = "שלום עולם ".repeat(7).substring(0, 62) + "אב";
  private static final String EMOJI = "🦊🍜👍🎉".repeat(16);
  private static final String MARKUP = "<html><b>Parley</b> says: type your password";
  private static final List<String> PEOPLE = List.of(LONG, WIDE, CHINESE, HEBREW, EMOJI, MARKUP);
  private static final String ADDRESS =
      "a-rather-long-machine-name.department.of.measurements.example.org";

  private RealPair pair;

  @AfterEach
  void part() throws Exception {
    if (pair != null) {
      pair.close();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void nothing_yet(Language language) {
    in(language);
    FakeWorkplace workplace = new FakeWorkplace();
    workplace.status = new Status(List.of(), 5000, null, Status.Journal.OPENED, 0, 0, null);
    open(workplace, false);
    tabs("empty");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void an_ordinary_day(Language language) throws Exception {
    in(language);
    pair = RealPair.open();
    Workplace alice = pair.alice();
    RealPair.know(alice, "Çelik Ayşe", "ayse.example.org", 5001, "one word between us");
    RealPair.know(alice, "张伟", "2001:db8::7", 5000, "another word between us");
    RealPair.received(
        pair.aliceProfile(),
        "Çelik Ayşe",
        List.of("Görüşürüz 🙂", "Are you coming on Friday?"),
        Duration.ofHours(30));
    RealPair.received(pair.aliceProfile(), "张伟", List.of("明天见！"), Duration.ofHours(3));
    RealPair.say(alice, "bob", "Did you get the drawings?");
    RealPair.say(
        pair.bob(),
        "alice",
        "Yes, thank you. I will look at them on the train tomorrow and write down what I would"
            + " change.");
    RealPair.say(alice, "bob", "Good. New sheets follow tonight.");
    pair.aliceRestarts();
    pair.bobLeaves();
    open(pair.alice(), true);
    eventually("listed", () -> rows("peers") == 3);
    window.list("peers").selectItem(0);
    eventually("opened", () -> window.label("header.name").text().equals("bob"));
    pair.alice().talk().send(RealPair.name("bob"), "Are they what you wanted?");
    eventually("waits", () -> shows("message.cancel"));
    tab(2);
    eventually("found", () -> rows("history.hits") == 7);
    tab(3);
    eventually("connections", () -> rows("wire.items") > 2);
    window.list("wire.items").selectItem(rows("wire.items") - 4);
    eventually("ladder", () -> rows("wire.ladder") > 8);
    window.list("wire.ladder").selectItem(3);
    tabs("ordinary");
    window.list("wire.ladder").selectItem(9);
    window.button("wire.body").click();
    picture(window.target(), "wire-body");
  }

  /** Thousands of contacts, those whom it is hardest to show first. */
  private static Directory crowd(FakeWorkplace of) {
    StringBuilder text = new StringBuilder("[");
    for (String one : PEOPLE) {
      text.append("{\"username\": \"")
          .append(one)
          .append(
              "\", \"password\": \"k7w2m-a4rty-k7w2m-a4rty-k7w2m\", \"port\": 65535, \"ip\": \"")
          .append(ADDRESS)
          .append("\"},");
    }
    text.append("{\"username\": \"nobody's port\", \"password\": \"k7w2m\", \"port\": 99999,")
        .append(" \"ip\": \"no host\"},")
        .append(Directories.json(5000).substring(1));
    return Directories.read(text.toString(), of.self());
  }

  private static void talk(FakeWorkplace to) {
    for (String one : PEOPLE) {
      to.talk.put(
          one, false, NOW.minus(Duration.ofDays(400)), "x".repeat(5_000), Fate.RECEIVED, null);
      to.talk.put(one, false, NOW.minusSeconds(7200), HEBREW + " " + EMOJI, Fate.RECEIVED, null);
      to.talk.unread(one, 12_345);
    }
    to.talk.put(LONG, false, NOW.minusSeconds(900), CHINESE.repeat(3), Fate.RECEIVED, null);
    to.talk.put(
        LONG,
        true,
        NOW.minusSeconds(600),
        "Z" + "\u0301\u0302\u0303\u0304\u0305\u0306".repeat(20) + "algo and " + "word ".repeat(60),
        Fate.FAILED,
        Failure.of(FailureKind.OTHER_NAME, WIDE));
    to.talk.put(LONG, true, NOW.minusSeconds(300), "short", Fate.WAITING, null);
    to.talk.put(LONG, true, NOW.minusSeconds(60), "y".repeat(300), Fate.SENDING, null);
    to.talk.reachedAt(
        FakeWorkplace.name(LONG), new Reached(NOW.minusSeconds(120), "192.168.1.31", true));
    to.talk.draftOf(LONG, "a line of a draft\n".repeat(12));
  }

  private static void damage(Path folder, Connection database) throws Exception {
    try (Statement statement = database.createStatement()) {
      statement.execute("UPDATE ENTRY SET tag = leaf WHERE seq > 180 AND seq < 220");
    }
    Files.delete(folder.resolve("anchor.json"));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void more_than_one_would_wish(Language language) throws Exception {
    in(language);
    pair = RealPair.open();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      texts.add(i % 3 == 0 ? "x".repeat(60_000) : PEOPLE.get(i % 6) + " " + CHINESE.repeat(3));
    }
    RealPair.say(pair.alice(), "bob", "z".repeat(20_000) + CHINESE);
    for (String one : PEOPLE) {
      RealPair.received(pair.aliceProfile(), one, texts, Duration.ofHours(19));
    }
    Workplace alice = pair.aliceRestarts(GalleryTabsGuiTest::damage);
    FakeWorkplace workplace = new FakeWorkplace();
    workplace.become(crowd(workplace));
    talk(workplace);
    workplace.shownArchive = alice.archive();
    workplace.shownWire = alice.wireLog();
    workplace.status =
        new Status(
            List.of("2001:db8:1234:5678:9abc:def0:1234:5678", "2001:db8:1234:5678:9abc:def0:1:2"),
            65_535,
            NOW.minus(Duration.ofDays(300)),
            Status.Journal.DAMAGED,
            1_284_567,
            12_345,
            -93_784_000L);
    open(workplace, false);
    eventually("listed", () -> rows("peers") > 5_000);
    window.list("peers").selectItem(0);
    eventually("opened", () -> says("header.name"));
    workplace.talk.tell(l -> l.strangerTried(WIDE, "2001:db8:1234:5678:9abc:def0:1234:5678"));
    tab(1);
    window.table("contacts.table").selectRows(0);
    window.button("contacts.reveal").click();
    tab(2);
    window.button("history.verify").click();
    eventually("findings", () -> rows("history.findings") > 5);
    window.list("history.findings").selectItem(2);
    eventually("found", () -> rows("history.hits") > 20);
    tab(3);
    eventually("connections", () -> rows("wire.items") > 20);
    window.list("wire.items").selectItem(0);
    eventually("ladder", () -> rows("wire.ladder") > 0);
    window.list("wire.ladder").selectItem(0);
    tabs("overfull");
    assertThat(window.target().getTitle()).contains("alice");
    tab(0);
    window.list("peers").selectItem(3);
    picture(window.target(), "conversations-overfull-2");
  }
}
