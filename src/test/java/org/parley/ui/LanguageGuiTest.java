package org.parley.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javax.swing.JFrame;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.settings.Language;
import org.parley.settings.Look;
import org.parley.ui.common.Theme;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.FakeWorkplace;

/** The window in Chinese, and in large letters. */
class LanguageGuiTest extends WindowTest {
  private final FakeWorkplace workplace = new FakeWorkplace();
  private final FakeTurns turns = new FakeTurns();
  private FrameFixture window;

  @BeforeEach
  void contacts() {
    workplace.with("bob", "192.168.1.31", 5000).with("张伟", "2001:db8::7", 5000);
  }

  private void start(UiContext in) {
    GuiActionRunner.execute(
        () -> new MainController(in, workplace, new FakeTray(), turns).start(Optional.empty()));
    window = frame("main");
    GuiActionRunner.execute(() -> ((JFrame) window.target()).setSize(1040, 720));
    eventually("opened", () -> window.label("header.name").text().equals("bob"));
  }

  @Test
  void another_language_is_asked_for_in_the_settings_and_the_window_renewed() {
    start(ui.in(Language.EN));
    window.tabbedPane("tabs").selectTab(1);
    window.button("settings").click();
    DialogFixture settings = dialog("settings");
    settings.radioButton("language.ZH").click();
    eventually("renewed", () -> turns.renewed.size() == 1);
    assertThat(turns.renewed.get(0).tab()).isEqualTo(1);
    assertThat(turns.renewed.get(0).conversation()).contains("bob");
    assertThat(window.target().isDisplayable()).isFalse();
    assertThat(workplace.isClosed()).isFalse();
    assertThat(workplace.preferences().clear().language()).isEqualTo(Language.ZH);
  }

  @Test
  void the_window_speaks_chinese() {
    start(ui.in(Language.ZH));
    assertThat(window.tabbedPane("tabs").target().getTitleAt(1)).isEqualTo("通讯录");
    pictures(window.target(), "zh-conversations");
    window.tabbedPane("tabs").selectTab(1);
    pictures(window.target(), "zh-directory");
    window.button("keys").click();
    DialogFixture keys = dialog("keys");
    pictures(keys.target(), "zh-keys");
    keys.button("keys.close").click();
    window.button("settings").click();
    DialogFixture settings = dialog("settings");
    for (int page = 0;
        page < settings.list("settings.pages").target().getModel().getSize();
        page++) {
      settings.list("settings.pages").selectItem(page);
      pictures(settings.target(), "zh-settings-" + page);
    }
    settings.button("settings.close").click();
    window.close();
    DialogFixture ask = dialog("ask");
    assertThat(ask.textBox("sentence").text()).contains("2 条消息");
    pictures(ask.target(), "zh-quit");
    ask.button("no").click();
  }

  @Test
  void texts_of_250_percent_fit_into_the_settings() {
    GuiActionRunner.execute(() -> Theme.apply(Look.LIGHT, false, 250));
    start(ui);
    Pictures.take(window.target(), "large-conversations");
    window.button("settings").click();
    DialogFixture settings = dialog("settings");
    Pictures.take(settings.target(), "large-settings");
    assertThat(settings.button("settings.close").target().isShowing()).isTrue();
    settings.button("settings.close").click();
  }
}
