package org.parley.ui.workplace;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.parley.settings.ClearSettings;
import org.parley.settings.Look;
import org.parley.settings.SealedSettings;
import org.parley.ui.common.Subscription;

/** Choices in memory. */
public final class FakePreferences implements Preferences {
  private final List<Runnable> followers = new CopyOnWriteArrayList<>();
  private volatile ClearSettings clear =
      ClearSettings.defaults().withName(FakeWorkplace.name("alice")).withLook(Look.LIGHT);
  private volatile SealedSettings sealed = SealedSettings.defaults();

  /** Thrown by the next changes; null: they are kept. */
  public volatile IOException diskTrouble;

  @Override
  public ClearSettings clear() {
    return clear;
  }

  @Override
  public SealedSettings sealed() {
    return sealed;
  }

  @Override
  public void changeClear(UnaryOperator<ClearSettings> change) throws IOException {
    fail();
    clear = change.apply(clear);
    followers.forEach(Runnable::run);
  }

  @Override
  public void changeSealed(UnaryOperator<SealedSettings> change) throws IOException {
    fail();
    sealed = change.apply(sealed);
    followers.forEach(Runnable::run);
  }

  private void fail() throws IOException {
    IOException trouble = diskTrouble;
    if (trouble != null) {
      throw trouble;
    }
  }

  @Override
  public Subscription onChange(Runnable changed) {
    followers.add(changed);
    return () -> followers.remove(changed);
  }
}
