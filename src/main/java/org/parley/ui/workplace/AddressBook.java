package org.parley.ui.workplace;

import java.util.List;
import java.util.Optional;
import org.parley.name.PeerName;
import org.parley.ui.common.Subscription;

/** The contacts. What is marked * returns at once and may be called on the event thread. */
public interface AddressBook {

  /** A contact that can be used, without its password. */
  record Known(PeerName name, String host, int port) {}

  /** The contacts that can be used, in the directory's order. * */
  List<Known> known();

  /** One of them. * */
  default Optional<Known> known(PeerName name) {
    return known().stream().filter(k -> k.name().equals(name)).findFirst();
  }

  /** Calls {@code changed} after each change, on any thread, until the subscription is closed. * */
  Subscription onChange(Runnable changed);
}
