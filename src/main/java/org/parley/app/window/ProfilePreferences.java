package org.parley.app.window;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.parley.app.profile.Choices;
import org.parley.app.profile.Profile;
import org.parley.settings.ClearSettings;
import org.parley.settings.SealedSettings;
import org.parley.settings.SettingsDamagedException;
import org.parley.ui.common.Subscription;
import org.parley.ui.workplace.Preferences;

/** A profile's two kinds of settings under the window's one roof. */
final class ProfilePreferences implements Preferences {
  private final Profile profile;
  private final Choices choices;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Object changing = new Object();

  ProfilePreferences(Profile profile, Choices choices) {
    this.profile = profile;
    this.choices = choices;
    choices.addListener(this::changed);
  }

  @Override
  public ClearSettings clear() {
    return profile.settings();
  }

  @Override
  public SealedSettings sealed() {
    return choices.now();
  }

  @Override
  public void changeClear(UnaryOperator<ClearSettings> change) throws IOException {
    synchronized (changing) {
      ClearSettings next = change.apply(profile.settings());
      if (next.equals(profile.settings())) {
        return;
      }
      try {
        profile.save(next);
      } catch (SettingsDamagedException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
    changed();
  }

  @Override
  public void changeSealed(UnaryOperator<SealedSettings> change) throws IOException {
    choices.change(change);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public Subscription onChange(Runnable changed) {
    listeners.add(changed);
    return () -> listeners.remove(changed);
  }
}
