package org.parley.directory;

import org.jspecify.annotations.Nullable;

/**
 * What was typed, pasted or read for an entry, as it stands: not checked yet.
 *
 * @param name may be anything
 * @param host may be anything
 * @param port may be anything
 * @param password null where none was given
 */
public record ContactForm(String name, String host, String port, @Nullable Password password) {
  /** The same with another name. */
  public ContactForm withName(String value) {
    return new ContactForm(value, host, port, password);
  }

  /** The same with another host. */
  public ContactForm withHost(String value) {
    return new ContactForm(name, value, port, password);
  }

  /** The same with another port. */
  public ContactForm withPort(String value) {
    return new ContactForm(name, host, value, password);
  }

  /** The same with another password. */
  public ContactForm withPassword(@Nullable Password value) {
    return new ContactForm(name, host, port, value);
  }

  @Override
  public String toString() {
    return "ContactForm[" + name + ", redacted]";
  }
}
