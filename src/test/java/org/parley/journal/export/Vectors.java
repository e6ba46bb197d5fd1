package org.parley.journal.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.parley.json.JsonArray;
import org.parley.json.JsonException;
import org.parley.json.JsonObject;
import org.parley.json.JsonProfile;
import org.parley.json.JsonReader;

/** Reads the vector files. */
final class Vectors {
  private Vectors() {}

  static JsonObject of(String name) throws IOException, JsonException {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + name)) {
      return JsonReader.object(in.readAllBytes(), JsonProfile.FILE);
    }
  }

  static List<JsonObject> objects(JsonArray array) {
    List<JsonObject> all = new ArrayList<>();
    array.forEach(each -> all.add((JsonObject) each));
    return all;
  }

  static List<String> strings(JsonArray array) {
    List<String> all = new ArrayList<>();
    array.forEach(each -> all.add((String) each));
    return all;
  }
}
