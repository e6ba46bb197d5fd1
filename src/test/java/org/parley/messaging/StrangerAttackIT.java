package org.parley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.journal.Direction;
import org.parley.journal.Entry;
import org.parley.journal.JournalSnapshot;
import org.parley.json.JsonObject;
import org.parley.network.Clocks;

/** Somebody without a password connects to bob: what it may cost him, and what it may learn. */
class StrangerAttackIT {
  private static final String PASSWORD = "correct horse battery staple";
  private static final int MOST_BYTES = 4096;
  private static byte[] secret;

  @TempDir private Path folder;
  private TestPeer bob;
  private int port;

  @BeforeAll
  static void derive() throws Exception {
    secret = RawPeer.secret(PASSWORD, "alice", "bob");
  }

  @BeforeEach
  void meet() throws Exception {
    bob = new TestPeer("bob", folder.resolve("b"), Clocks.system());
    port = bob.listen();
    bob.knows("alice", 1, PASSWORD);
  }

  @AfterEach
  void part() throws Exception {
    bob.close();
  }

  private RawPeer as(String name) throws Exception {
    return RawPeer.dial(port, name, "bob", new byte[32]);
  }

  private List<Entry> rows() throws Exception {
    bob.messenger.stopListening();
    return bob.rows();
  }

  private int longestRow() throws Exception {
    int longest = 0;
    try (JournalSnapshot snapshot = bob.journal.snapshot()) {
      for (var row : snapshot.rows(0, 1_000)) {
        longest = Math.max(longest, row.sealed().length);
      }
    }
    return longest;
  }

  /** A dh_1 of that many bytes more, which are the longest when written down. */
  private static JsonObject fatDh1(RawPeer peer, String filler, int count) throws Exception {
    JsonObject pdu = peer.plain("dh_1", peer.body());
    return RawPdu.summed(
        pdu.with("header", pdu.object("header").with("padding", filler.repeat(count))));
  }

  @Test
  void garbage_leaves_no_row() throws Exception {
    for (byte[] garbage :
        List.of(
            RawPdu.ascii("GET / HTTP/1.1\r\nHost: bob\r\n\r\n"),
            RawPdu.ascii("{\"header\":1}\n"),
            RawPdu.ascii("{]"),
            RawPdu.ascii("{\"a\":" + "[".repeat(50)),
            RawPdu.ascii("{\"a\":\"" + "x".repeat(9_000) + "\"}"),
            new byte[] {0, 1, 2, (byte) 0xff})) {
      try (RawPeer eve = as("eve")) {
        eve.send(garbage);
        assertThat(eve.read()).isNull();
      }
    }
    assertThat(rows()).isEmpty();
  }

  @Test
  void whatever_a_stranger_sends_leaves_four_rows_of_4_kib_at_most() throws Exception {
    String name = "\\\"".repeat(32);
    for (String filler : List.of("x", "\\", "\"", "\u0001", "é", "\ud83e\uddea")) {
      for (int size : new int[] {1, 400, 900, 1_100, 1_300, 5_000}) {
        int count = size / (filler.codePointAt(0) == 1 ? 6 : Math.max(2, filler.length()));
        try (RawPeer eve = as(name)) {
          eve.send(fatDh1(eve, filler, count));
          if (eve.read() == null) {
            continue;
          }
          eve.send(eve.plain(("\u0001" + filler).repeat(32), null));
          assertThat(eve.read()).isNull();
        }
      }
    }
    List<Entry> rows = rows();
    assertThat(rows).isNotEmpty();
    assertThat(longestRow()).isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void what_is_ignored_for_its_time_leaves_four_rows_at_most() throws Exception {
    try (RawPeer eve = as("eve")) {
      for (int i = 0; i < 8; i++) {
        eve.send(RawPdu.plain("dh_1", eve.body(), 1_000 + i));
      }
      assertThat(eve.read()).isNull();
    }
    assertThat(rows()).hasSize(4).extracting(Entry::outcome).containsOnly("ignored: window");
    assertThat(longestRow()).isLessThanOrEqualTo(MOST_BYTES);
  }

  @Test
  void who_fails_late_leaves_the_row_that_says_why() throws Exception {
    try (RawPeer alice = RawPeer.dial(port, "alice", "bob", secret).through(4)) {
      alice.send(alice.sealed("resp", new byte[32]));
      assertThat(RawPdu.type(alice.read())).isEqualTo("nack");
    }
    assertThat(rows())
        .extracting(e -> e.msgType() + " " + e.outcome())
        .containsExactly("dh_1 ok", "chall sent", "resp rejected: chap", "nack sent");
  }

  @Test
  void an_unknown_name_and_a_wrong_password_cannot_be_told_apart() throws Exception {
    List<Long> unknown = new ArrayList<>();
    List<Long> wrong = new ArrayList<>();
    String first = "";
    for (int i = 0; i < 24; i++) {
      boolean known = i % 2 == 0;
      try (RawPeer eve = as(known ? "alice" : "alicf")) {
        eve.through(2);
        long begin = System.nanoTime();
        eve.send(eve.own(3));
        JsonObject answer = eve.read();
        (known ? wrong : unknown).add(System.nanoTime() - begin);
        String told = answer.with("header", RawPdu.header(RawPdu.type(answer), 0)).toString();
        first = first.isEmpty() ? told : first;
        assertThat(told).isEqualTo(first);
        assertThat(answer.object("header").names()).hasSize(3);
        assertThat(eve.read()).isNull();
      }
      bob.messenger.stopListening(); // else the sixth failure waits
      port = bob.listen();
    }
    double ratio = (double) median(unknown) / median(wrong);
    assertThat(ratio).isBetween(0.4, 2.5);
    assertThat(rows().stream().filter(r -> r.direction() == Direction.RECEIVED))
        .extracting(Entry::outcome)
        .containsOnly("ok", "rejected: hmac_val");
  }

  private static long median(List<Long> times) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  @Test
  void bob_connected_to_himself_under_any_name_learns_nothing_and_stores_nothing()
      throws Exception {
    try (RawPeer mirror = RawPeer.dial(port, "bob", "bob", secret).through(1)) {
      assertThat(mirror.read()).isNull();
    }
    assertThat(rows()).extracting(Entry::outcome).containsExactly("rejected: name");
    assertThat(bob.messages()).isEmpty();
  }

  @Test
  void names_that_are_none_are_refused_and_not_repaired() throws Exception {
    byte[] nfd = "a\u0308".getBytes(StandardCharsets.UTF_8);
    for (String name : List.of("", " x", "x\n", "a".repeat(65), new String(nfd, "UTF-8"))) {
      try (RawPeer eve = as(name).through(1)) {
        assertThat(eve.read()).as(Arrays.toString(RawPdu.ascii(name))).isNull();
      }
    }
    assertThat(rows()).hasSize(5).extracting(Entry::outcome).containsOnly("rejected: name");
    assertThat(rows()).extracting(Entry::peer).containsOnlyNulls();
    assertThat(Base64.getDecoder().decode(rows().get(0).body())).isNotEmpty();
  }
}
