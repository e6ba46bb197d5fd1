package org.parley.app.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.name.InvalidNameException;
import org.parley.name.PeerName;

/** Sends what standard input says, a JSON object a line, while messages are received. */
final class StdinSender implements AutoCloseable {
  /** In bytes: a text of 64 KiB in which every byte is escaped fits in. */
  private static final int LINE = 1024 * 1024;

  private static final String EXAMPLE = "{\"to\": \"bob\", \"text\": \"Hello\"}";

  private final Surroundings here;
  private final ContactSender sender;
  private final boolean json;
  private final SendLanes<PeerName, String> lanes = new SendLanes<>(this::send);

  StdinSender(Surroundings here, ContactSender sender, boolean json) {
    this.here = here;
    this.sender = sender;
    this.json = json;
  }

  /** Begins to read. The thread is left to the end of the process: a read cannot be ended. */
  void start() {
    Thread reader = new Thread(this::readAll, "standard-input");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll() {
    BoundedLines lines = new BoundedLines(here.terminal().in(), LINE);
    try {
      for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
        if (line.text() == null || !line.text().isBlank()) {
          take(line.text());
        }
      }
    } catch (IOException e) {
      here.terminal().error(here.say("send.input", String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(@Nullable String line) throws InterruptedException {
    try {
      JsonObject request = JsonReader.object(line == null ? "" : line, JsonProfile.FILE);
      PeerName to = PeerName.normalise(request.string("to"));
      lanes.add(to, request.string("text"));
    } catch (JsonException | InvalidNameException e) {
      here.terminal().error(here.say("listen.line", EXAMPLE));
    }
  }

  private void send(PeerName to, String text) {
    try {
      SendOutcome outcome = sender.send(to, text, false);
      if (json) {
        here.terminal().json(outcome.json().with("to", to.toString()));
      } else {
        here.terminal().line(here.say("listen.sent", to, outcome.sentence(here.words())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until what was read so far has been sent, or has failed. */
  void finish() throws InterruptedException {
    lanes.finish();
  }

  @Override
  public void close() {
    lanes.close();
  }
}
