package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.app.profile.Assembly;
import org.parley.app.profile.DataFolder;
import org.parley.app.profile.Opening;
import org.parley.app.profile.Opening.Distrust;
import org.parley.app.profile.Profile;
import org.parley.json.JsonObject;
import org.parley.name.PeerName;

/** The receiver is killed in the middle of a hundred messages, and comes back. */
class KilledReceiverIT {
  private static final String SHARED = "shared by both";
  private static final int MESSAGES = 100;

  @TempDir Path folder;

  @Test
  void what_was_acknowledged_is_there_and_the_rest_arrives_later_each_once() throws Exception {
    Someone alice = Someone.init(folder, "alice");
    Someone bob = Someone.init(folder, "bob");
    alice.knows(Someone.Entry.of(bob, SHARED));
    bob.knows(Someone.Entry.of(alice, SHARED));
    queue(alice);

    Set<String> shown = new HashSet<>();
    try (Run receiving = bob.listening();
        Run sending = alice.listening()) {
      for (int i = 0; i < MESSAGES / 3; i++) {
        assertThat(shown.add(id(Someone.json(receiving.line())))).isTrue();
      }
      receiving.kill();
      sending.terminate();
      assertThat(sending.exitCode()).as(sending.errors()).isZero();
    }

    Set<String> delivered = new HashSet<>();
    int waiting = 0;
    for (JsonObject message : alice.history()) {
      switch (message.string("outcome")) {
        case "delivered" -> delivered.add(id(message));
        case "waiting" -> waiting++;
        default -> throw new AssertionError("neither known to be there nor waiting");
      }
    }
    assertThat(delivered.size() + waiting).isEqualTo(MESSAGES);
    assertThat(waiting).as("killed in the middle").isPositive();
    Set<String> stored = ids(bob.history());
    assertThat(stored).containsAll(delivered).containsAll(shown);
    bob.verifies();
    alice.verifies();

    int missing = MESSAGES + 1 - stored.size();
    try (Run receiving = bob.listening("--count", Integer.toString(missing))) {
      assertThat(alice.send("bob", "the last").string("status")).isEqualTo("delivered");
      for (int i = 0; i < missing; i++) {
        assertThat(stored.add(id(Someone.json(receiving.line())))).as("shown once").isTrue();
      }
      assertThat(receiving.exitCode()).as(receiving.errors()).isZero();
      assertThat(receiving.rest()).isEmpty();
    }

    List<JsonObject> all = bob.history();
    assertThat(all).hasSize(MESSAGES + 1);
    assertThat(all.stream().map(KilledReceiverIT::text)).containsExactlyElementsOf(texts());
    assertThat(alice.history("--direction", "sent"))
        .allMatch(message -> "delivered".equals(message.get("outcome")))
        .hasSize(MESSAGES + 1);
    bob.verifies();
    alice.verifies();
  }

  private static void queue(Someone alice) throws Exception {
    Opening opening =
        new Opening(
            DataFolder.at(alice.data()),
            null,
            null,
            null,
            alice.home(),
            alice.home().resolve("state").resolve("parley"),
            Distrust.REFUSE);
    try (Profile profile =
        Assembly.open(opening, Someone.PASSWORD.toCharArray(), null, step -> {})) {
      for (int i = 0; i < MESSAGES; i++) {
        profile.messenger().send(PeerName.of("bob"), "message " + i, true);
      }
    }
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      texts.add("message " + i);
    }
    texts.add("the last");
    return texts;
  }

  private static String id(JsonObject message) {
    return String.valueOf(message.get("id"));
  }

  private static String text(JsonObject message) {
    return String.valueOf(message.get("text"));
  }

  private static Set<String> ids(List<JsonObject> messages) {
    return messages.stream().map(KilledReceiverIT::id).collect(Collectors.toSet());
  }
}
