package org.parley.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Toolkit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.swing.text.JTextComponent;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.messaging.Cancellation;
import org.parley.ui.Desktop;
import org.parley.ui.WindowTest;
import org.parley.ui.workplace.TalkException;
import org.parley.ui.workplace.Workplace;
import org.parley.words.Words;

/**
 * How long the event thread is held up while messages come in, somebody searches, and an export
 * runs. It prints the figures, and where the thread was in what took long; they are no gate. A
 * build does a little of it; {@code -Dparley.load.messages=1000 -Dparley.load.entries=100000} the
 * whole.
 */
class LoadGuiTest extends WindowTest {
  private static final int MESSAGES = Integer.getInteger("parley.load.messages", 20);
  private static final int ENTRIES = Integer.getInteger("parley.load.entries", 2_000);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @TempDir private Path files;
  private final WatchedQueue queue = new WatchedQueue();
  private RealPair pair;

  @BeforeEach
  void open() throws Exception {
    pair = RealPair.open();
    RealPair.received(
        pair.aliceProfile(),
        "carol (192.0.2.7:5000)",
        IntStream.range(0, ENTRIES).mapToObj(i -> "entry " + i + " of the long log").toList(),
        Duration.ofSeconds(30));
    // A robot's own events are none of a user's: it only waits while the queue is watched.
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(queue);
  }

  @AfterEach
  void close() throws Exception {
    GuiActionRunner.execute(queue::end);
    pair.close();
  }

  @Test
  void the_event_thread_goes_on_while_much_happens() throws Exception {
    new Desktop(Words.in(java.util.Locale.ENGLISH), () -> {}).open(pair.alice());
    FrameFixture window = frame("main");
    eventually("opened", () -> window.list("peers").target().getModel().getSize() > 1);
    queue.figures("opening");

    incoming(pair.bob());
    String incoming = queue.figures(MESSAGES + " messages coming in");

    window.tabbedPane("tabs").selectTab(2);
    window.textBox("history.search").enterText("entry 12");
    eventually("found", () -> window.list("history.hits").target().getModel().getSize() > 0);
    String search = queue.figures("a search as one types");

    window.textBox("history.search").deleteText();
    window.button("history.export").click();
    DialogFixture export = dialog("export");
    export.textBox("export.file").setText(files.resolve("log").toString());
    JTextComponent result =
        robot.finder().findByName(export.target(), "export.result", JTextComponent.class, false);
    queue.figures("looking for the dialog, which the robot does on the event thread");
    export.button("export.start").click();
    Pause.pause(
        new Condition("exported") {
          @Override
          public boolean test() {
            return GuiActionRunner.execute(() -> !result.getText().isEmpty());
          }
        },
        PATIENCE.toMillis());
    String exported = queue.figures("an export of " + ENTRIES + " entries");
    export.button("export.close").click();
    List.of(incoming, search, exported).forEach(System.out::println);
    String said = GuiActionRunner.execute(() -> result.getText());
    assertThat(files.resolve("log")).as(said).isNotEmptyFile();
    assertThat(pair.alice().talk().page("bob", null, MESSAGES + 1)).hasSize(MESSAGES);
  }

  private static void incoming(Workplace bob) throws Exception {
    CompletableFuture<Boolean> said =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                for (int i = 0; i < MESSAGES; i++) {
                  bob.talk().send(RealPair.name("alice"), "message " + i);
                  bob.talk().deliver(RealPair.name("alice"), new Cancellation());
                }
                return true;
              } catch (TalkException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(said.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }
}
