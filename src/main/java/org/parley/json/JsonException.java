package org.parley.json;

/** Text that is not the JSON asked for. The message names the rule or the member, never a value. */
public final class JsonException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A sentence for the one who reads the diagnostics. */
  public JsonException(String message) {
    super(message);
  }
}
