package org.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.json.JsonWriter;

/** A user of the packaged program, with a home, a data folder, a port and a startup password. */
final class Someone {
  static final String PASSWORD = "start-up of this one";

  private final String name;
  private final int port;
  private final Path home;

  private Someone(String name, int port, Path home) {
    this.name = name;
    this.port = port;
    this.home = home;
  }

  /** Makes the profile. */
  static Someone init(Path folder, String name) throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve(name));
    Someone someone = new Someone(name, freePort(), home);
    Files.writeString(home.resolve("pw"), PASSWORD + "\n");
    try (Run run =
        someone.parley("init", "--user", name, "--port", Integer.toString(someone.port))) {
      assertThat(run.exitCode()).as(run.errors()).isZero();
    }
    return someone;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  String name() {
    return name;
  }

  int port() {
    return port;
  }

  Path home() {
    return home;
  }

  Path data() {
    return home.resolve("profile");
  }

  /** Writes the directory file as a user's editor would. */
  Someone knows(Entry... entries) throws IOException {
    List<JsonObject> list = new ArrayList<>();
    for (Entry entry : entries) {
      list.add(
          JsonObject.empty()
              .with("username", entry.name())
              .with("password", entry.password())
              .with("port", entry.port())
              .with("ip", "127.0.0.1"));
    }
    Files.write(data().resolve("directory.json"), JsonWriter.indented(new JsonArray(list)));
    return this;
  }

  /** An entry of the directory file. */
  record Entry(String name, String password, int port) {
    static Entry of(Someone someone, String password) {
      return new Entry(someone.name, password, someone.port);
    }
  }

  /** Starts a command with this one's data folder and startup password. */
  Run parley(String... command) throws IOException {
    return parley(Map.of(), command);
  }

  Run parley(Map<String, String> environment, String... command) throws IOException {
    List<String> all = new ArrayList<>(List.of(command));
    all.add("--data");
    all.add(data().toString());
    all.add("--password-file");
    all.add(home.resolve("pw").toString());
    return Run.parley(home, environment, all.toArray(String[]::new));
  }

  /** Starts to listen, and returns once it does. */
  Run listening(String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("listen", "--json"));
    command.addAll(List.of(more));
    Run run = parley(command.toArray(String[]::new));
    assertThat(json(run.line()).get("listening")).isEqualTo((long) port);
    return run;
  }

  /** Sends and returns what was printed. */
  JsonObject send(String to, String text, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("send", to, "--json"));
    command.addAll(List.of(more));
    try (Run run = parley(command.toArray(String[]::new))) {
      run.type(text).endOfInput();
      JsonObject result = json(run.line());
      boolean good = !"failed".equals(result.string("status"));
      assertThat(run.exitCode()).as(run.errors()).isEqualTo(good ? 0 : 1);
      return result;
    }
  }

  /** The journal is whole. */
  void verifies() throws Exception {
    try (Run run = parley("verify", "--json")) {
      JsonObject result = json(run.line());
      assertThat(result.bool("ok")).as(result.array("findings").values().toString()).isTrue();
      assertThat(run.exitCode()).isZero();
    }
  }

  /** The history's objects. */
  List<JsonObject> history(String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("history", "--json"));
    command.addAll(List.of(more));
    try (Run run = parley(command.toArray(String[]::new))) {
      run.exitCode();
      List<JsonObject> all = new ArrayList<>();
      for (String line : run.rest()) {
        all.add(json(line));
      }
      return all;
    }
  }

  static JsonObject json(String line) throws JsonException {
    return JsonReader.object(line, JsonProfile.STRICT);
  }
}
