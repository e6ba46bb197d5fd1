package org.parley.directory;

import java.nio.charset.StandardCharsets;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;
import org.parley.name.PeerName;

/** Directories for the tests of other packages. */
public final class Directories {
  private Directories() {}

  /** The text of a plain file with as many usable contacts: "contact 1" and so on. */
  public static String json(int count) {
    StringBuilder list = new StringBuilder("[");
    for (int i = 1; i <= count; i++) {
      list.append(i == 1 ? "" : ",\n ")
          .append("{\"username\": \"contact ")
          .append(i)
          .append("\", \"password\": \"k7w2m-a4rty-")
          .append(i)
          .append("\", \"port\": ")
          .append(5000 + i % 1000)
          .append(", \"ip\": \"10.0.")
          .append(i / 250)
          .append('.')
          .append(1 + i % 250)
          .append("\"}");
    }
    return list.append("]").toString();
  }

  /** That file, read by somebody of that name. */
  public static Directory many(int count, PeerName self) {
    return read(json(count), self);
  }

  /** The text of any plain file, read by somebody of that name. */
  public static Directory read(String json, PeerName self) {
    try {
      byte[] text = json.getBytes(StandardCharsets.UTF_8);
      return Directory.of((JsonArray) JsonReader.document(text, JsonProfile.FILE), self);
    } catch (JsonException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
