package org.parley.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.parley.network.Dialer.NotConnectedException;
import org.parley.network.SessionObserver.RecordingException;
import org.parley.session.EndKind;
import org.parley.session.Now;
import org.parley.session.PduEvent;
import org.parley.session.SessionEnd;
import org.parley.session.Verdict;

class NetworkIT {
  private static final byte[] SECRET = new byte[32];
  private static final byte[] OTHER = {
    1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
  };

  private Loopback bob;
  private final Dialer dialer = new Dialer(Clocks.system());

  @BeforeEach
  void listen() throws ListenException {
    bob = new Loopback(SECRET, Clocks.system());
  }

  @AfterEach
  void close() {
    dialer.close();
    bob.close();
  }

  private SessionEnd dial(int port, byte[] secret, String expected, String text)
      throws NotConnectedException, RecordingException {
    return dialer.dial(
        "127.0.0.1",
        port,
        Loopback.initiator(secret, expected, text),
        new Loopback.Remembering(bob),
        socket -> {});
  }

  @Test
  void a_text_of_64_kib_arrives_and_is_acknowledged() throws Exception {
    String text = "é".repeat(32_768);
    assertThat(dial(bob.listener.port(), SECRET, "bob", text).kind()).isEqualTo(EndKind.DELIVERED);
    assertThat(bob.texts).hasSize(1);
    assertThat(bob.texts.get(0).text()).isEqualTo(text);
  }

  @Test
  void a_check_authenticates_and_sends_nothing() throws Exception {
    assertThat(dial(bob.listener.port(), SECRET, "bob", null).kind()).isEqualTo(EndKind.CHECKED);
    assertThat(bob.texts).isEmpty();
  }

  @Test
  void a_wrong_secret_fails_to_authenticate_on_both_sides() throws Exception {
    assertThat(dial(bob.listener.port(), OTHER, "bob", "hi").kind())
        .isEqualTo(EndKind.AUTHENTICATION_FAILED);
    assertThat(bob.texts).isEmpty();
  }

  @Test
  void another_name_than_the_one_dialled_is_told() throws Exception {
    SessionEnd end = dial(bob.listener.port(), SECRET, "carol", "hi");
    assertThat(end.kind()).isEqualTo(EndKind.OTHER_NAME);
    assertThat(end.name()).hasToString("bob");
  }

  @Test
  void a_peer_that_cannot_store_is_told_apart_from_one_that_refuses() throws Exception {
    bob.verdict = Verdict.STORAGE;
    assertThat(dial(bob.listener.port(), SECRET, "bob", "hi").kind())
        .isEqualTo(EndKind.PEER_STORAGE);
    bob.verdict = Verdict.ID_REUSED;
    assertThat(dial(bob.listener.port(), SECRET, "bob", "hi").kind())
        .isEqualTo(EndKind.REFUSED_BY_PEER);
  }

  @Test
  void clocks_60_s_apart_are_told_with_their_difference() throws Exception {
    long offset = 60_000;
    Clocks fast = () -> new Now(System.currentTimeMillis() + offset, System.nanoTime() / 1_000_000);
    try (Loopback ahead = new Loopback(SECRET, fast)) {
      SessionEnd end = dial(ahead.listener.port(), SECRET, "bob", "hi");
      assertThat(end.kind()).isEqualTo(EndKind.CLOCKS_DIFFER);
      assertThat(end.clockOffsetMillis()).isBetween(offset - 2_000, offset + 8_000);
    }
  }

  @Test
  void nothing_listening_is_refused_and_an_unknown_host_is_told_apart() throws Exception {
    int free;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = taken.getLocalPort();
    }
    assertThatThrownBy(() -> dial(free, SECRET, "bob", "hi"))
        .isInstanceOfSatisfying(
            NotConnectedException.class,
            e -> assertThat(e.failure()).isEqualTo(NetworkFailure.REFUSED));
    assertThatThrownBy(
            () ->
                dialer.dial(
                    "nobody.invalid",
                    1,
                    Loopback.initiator(SECRET, "bob", "hi"),
                    new Loopback.Remembering(bob),
                    socket -> {}))
        .isInstanceOfSatisfying(
            NotConnectedException.class,
            e -> assertThat(e.failure()).isEqualTo(NetworkFailure.UNKNOWN_HOST));
  }

  /** Accepts, and resets each connection at once. */
  private static void reset(ServerSocket listening) {
    try {
      while (true) {
        try (Socket one = listening.accept()) {
          one.setSoLinger(true, 0);
        }
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  /**
   * The system says so where the reset comes before one has asked how connecting went, which is so
   * in about every second try. In the others the session meets it, and ends as what ends so.
   */
  @Test
  @EnabledOnOs(OS.LINUX) // elsewhere it may be told of the reset only when one reads
  void a_reset_in_the_moment_of_connecting_is_told_as_one() throws Exception {
    Optional<NetworkFailure> met = Optional.empty();
    try (ServerSocket brusque = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(() -> reset(brusque));
      for (int tries = 0; met.isEmpty() && tries < 1000; tries++) {
        try {
          assertThat(dial(brusque.getLocalPort(), SECRET, "bob", "hi").kind())
              .isEqualTo(EndKind.CLOSED_ON_THE_WAY);
        } catch (NotConnectedException e) {
          met = Optional.of(e.failure());
        }
      }
    }
    assertThat(met).contains(NetworkFailure.RESET);
  }

  @Test
  void a_taken_port_is_told() {
    assertThatThrownBy(
            () ->
                Listener.open(
                    InetAddress.getLoopbackAddress(), bob.listener.port(), Clocks.system(), bob))
        .isInstanceOfSatisfying(
            ListenException.class,
            e -> assertThat(e.kind()).isEqualTo(ListenException.Kind.PORT_IN_USE));
  }

  @Test
  void an_address_that_is_not_this_machines_is_told() throws Exception {
    InetAddress elsewhere = InetAddress.getByName("192.0.2.1");
    assertThatThrownBy(() -> Listener.open(elsewhere, 0, Clocks.system(), bob))
        .isInstanceOfSatisfying(
            ListenException.class,
            e -> assertThat(e.kind()).isEqualTo(ListenException.Kind.NO_SUCH_ADDRESS));
  }

  @Test
  void a_listener_that_accepts_and_stays_silent_is_told_at_the_deadline() throws Exception {
    Now[] now = {new Now(1_789_000_000_000L, 0)};
    Dialer quick = new Dialer(() -> now[0]);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> accepted =
          CompletableFuture.runAsync(
              () -> {
                try (Socket socket = silent.accept()) {
                  // dh_1 came: from here on only time passes. What comes next is no PDU, and only
                  // wakes the reader, who then looks at the clock.
                  socket.getInputStream().read();
                  now[0] = new Now(1_789_000_010_001L, 10_001);
                  socket.getOutputStream().write(' ');
                  while (socket.getInputStream().read() >= 0) {}
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
      SessionEnd end =
          quick.dial(
              "127.0.0.1",
              silent.getLocalPort(),
              Loopback.initiator(SECRET, "bob", "hi"),
              new Loopback.Remembering(bob),
              socket -> {});
      assertThat(end.kind()).isEqualTo(EndKind.SILENT);
      accepted.get(30, TimeUnit.SECONDS);
    }
    quick.close();
  }

  @Test
  void cancelling_ends_a_dial_that_waits() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      BlockingQueue<Closeable> sockets = new ArrayBlockingQueue<>(1);
      CompletableFuture<SessionEnd> end =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return dialer.dial(
                      "127.0.0.1",
                      silent.getLocalPort(),
                      Loopback.initiator(SECRET, "bob", "hi"),
                      new Loopback.Remembering(bob),
                      sockets::add);
                } catch (NotConnectedException | RecordingException e) {
                  throw new AssertionError(e);
                }
              });
      try (Socket peer = silent.accept()) {
        peer.getInputStream().read();
        sockets.poll(10, TimeUnit.SECONDS).close();
        assertThat(end.get(60, TimeUnit.SECONDS).kind()).isEqualTo(EndKind.CLOSED_ON_THE_WAY);
      }
    }
  }

  @Test
  void what_cannot_be_recorded_is_not_sent() throws Exception {
    SessionObserver full =
        new SessionObserver() {
          @Override
          public void record(List<PduEvent> events) throws RecordingException {
            if (events.stream().anyMatch(PduEvent::isText)) {
              throw new RecordingException(new IOException("disk full"));
            }
          }

          @Override
          public org.parley.session.Reaction settle(
              org.parley.session.TextOffer offer, Settlement machine) {
            throw new AssertionError();
          }

          @Override
          public void ended(SessionEnd end) {
            throw new AssertionError();
          }
        };
    assertThatThrownBy(
            () ->
                dialer.dial(
                    "127.0.0.1",
                    bob.listener.port(),
                    Loopback.initiator(SECRET, "bob", "hi"),
                    full,
                    socket -> {}))
        .isInstanceOf(RecordingException.class);
    assertThat(bob.ended().kind()).isEqualTo(EndKind.COMPLETED);
    assertThat(bob.texts).isEmpty();
  }

  @Test
  void an_honest_peer_is_served_while_a_hundred_idle_connections_are_held_open() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        idle.add(new Socket(InetAddress.getLoopbackAddress(), bob.listener.port()));
      }
      assertThat(dial(bob.listener.port(), SECRET, "bob", "hi").kind())
          .isEqualTo(EndKind.DELIVERED);
      assertThat(bob.listener.connections()).isLessThanOrEqualTo(100);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void a_responder_answers_garbage_by_closing_and_goes_on_serving() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bob.listener.port())) {
      socket
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      socket.setSoTimeout(10_000);
      assertThat(in.read()).isEqualTo(-1);
    }
    assertThat(bob.ended().kind()).isEqualTo(EndKind.DAMAGED);
    assertThat(dial(bob.listener.port(), SECRET, "bob", "hi").kind()).isEqualTo(EndKind.DELIVERED);
  }

  @Test
  void closing_the_listener_ends_connections_and_frees_the_port() throws Exception {
    int port = bob.listener.port();
    try (Socket held = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertThat(dial(port, SECRET, "bob", null).kind()).isEqualTo(EndKind.CHECKED); // accepted
      bob.listener.close();
      held.setSoTimeout(10_000);
      assertThat(held.getInputStream().read()).isEqualTo(-1);
    }
    Listener.open(InetAddress.getLoopbackAddress(), port, Clocks.system(), bob).close();
  }

  @Test
  void a_port_is_free_as_soon_as_its_listener_is_closed() throws Exception {
    Listener listener = Listener.open(InetAddress.getLoopbackAddress(), 0, Clocks.system(), bob);
    for (int i = 0; i < 500; i++) {
      int port = listener.port();
      listener.close();
      listener = Listener.open(InetAddress.getLoopbackAddress(), port, Clocks.system(), bob);
    }
    listener.close();
  }
}
