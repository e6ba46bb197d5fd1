package org.parley.ui;

import java.util.function.Consumer;
import org.parley.messaging.MessagingListener;
import org.parley.ui.MainModel.Stranger;
import org.parley.ui.common.UiContext;

/** What concerns the whole window, handed to the event thread. */
final class WindowNews implements MessagingListener {
  private final UiContext ui;
  private final MainModel model;
  private final Consumer<Stranger> strangers;

  /** {@code strangers} hears, on the event thread, of who tried. */
  WindowNews(UiContext ui, MainModel model, Consumer<Stranger> strangers) {
    this.ui = ui;
    this.model = model;
    this.strangers = strangers;
  }

  @Override
  public void strangerTried(String name, String address) {
    ui.edt().run(() -> strangers.accept(new Stranger(name, address)));
  }

  @Override
  public void secretsChanged(int ready, int total) {
    ui.edt().run(() -> model.secrets.set(new MainModel.Secrets(ready, total)));
  }

  @Override
  public void storageFailed(String why) {
    ui.edt().run(() -> model.trouble.set(ui.word("ui.status.storage", why)));
  }

  @Override
  public void listenerFailed(String why) {
    ui.edt().run(() -> model.trouble.set(ui.word("ui.status.listener", why)));
  }
}
