package org.parley.directory;

import org.parley.name.PeerName;

/** A person who can be talked to: a usable entry of the directory. Immutable. */
public final class Contact {
  private final PeerName name;
  private final Endpoint endpoint;
  private final Password password;

  Contact(PeerName name, Endpoint endpoint, Password password) {
    this.name = name;
    this.endpoint = endpoint;
    this.password = password;
  }

  /** The name by which both sides know this person. */
  public PeerName name() {
    return name;
  }

  /** Where this person listens. */
  public Endpoint endpoint() {
    return endpoint;
  }

  /** The endpoint's host. */
  public Host host() {
    return endpoint.host();
  }

  /** The endpoint's port. */
  public int port() {
    return endpoint.port();
  }

  /** A copy of the password's characters, 1 or more, which the caller wipes. */
  public char[] password() {
    return password.chars();
  }

  boolean hasPassword(Password other) {
    return password.sameAs(other);
  }

  @Override
  public String toString() {
    return "Contact[" + name + "]";
  }
}
