package org.parley.ui;

import java.util.ArrayList;
import java.util.List;

/** Remembers what followed a main window. */
final class FakeTurns implements Turns {
  final List<Place> locked = new ArrayList<>();
  final List<Place> renewed = new ArrayList<>();
  boolean canLock = true;
  int ended;

  @Override
  public boolean canLock() {
    return canLock;
  }

  @Override
  public void locked(Place place) {
    locked.add(place);
  }

  @Override
  public void renewed(Place place) {
    renewed.add(place);
  }

  @Override
  public void ended() {
    ended++;
  }
}
