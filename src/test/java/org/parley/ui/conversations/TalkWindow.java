package org.parley.ui.conversations;

import java.awt.Component;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.parley.messaging.Message;
import org.parley.ui.common.UiContext;
import org.parley.ui.workplace.Workplace;

/** The Conversations tab in a frame of its own, and what a test looks for in it. */
final class TalkWindow implements AutoCloseable, ConversationsController.Elsewhere {
  final List<String> asked = new CopyOnWriteArrayList<>();
  final ConversationsController controller;
  final FrameFixture frame;
  private final Robot robot;

  TalkWindow(Robot robot, UiContext ui, Workplace workplace) {
    this.robot = robot;
    controller = GuiActionRunner.execute(() -> new ConversationsController(ui, workplace, this));
    JFrame made =
        GuiActionRunner.execute(
            () -> {
              JFrame one = new JFrame();
              one.setContentPane(asTab(controller.component()));
              return one;
            });
    frame = new FrameFixture(robot, made);
    frame.show(new Dimension(900, 640));
    GuiActionRunner.execute(() -> controller.start());
    robot.waitForIdle();
  }

  /** As in the main window, tabs get the focus first: a text field in focus was gone to. */
  private static JTabbedPane asTab(JComponent content) {
    JTabbedPane tabs = new JTabbedPane();
    tabs.putClientProperty("JTabbedPane.hideTabAreaWithOneTab", true);
    tabs.addTab("", content);
    return tabs;
  }

  @Override
  public void addContact() {
    asked.add("add");
  }

  @Override
  public void keepContact(String name, String host, int port, char[] password) {
    asked.add("keep " + name + " " + host + " " + port + " " + new String(password));
  }

  @Override
  public void details(Message message) {
    asked.add("details " + message.text());
  }

  @Override
  public void export(String peer, Component over) {
    asked.add("export " + peer);
  }

  @Override
  public void announce(String who, String line) {
    asked.add("announce " + who + ": " + line);
  }

  void open(String peer) {
    GuiActionRunner.execute(() -> controller.onOpen(peer));
    robot.waitForIdle();
  }

  <C extends Component> List<C> all(Class<C> type) {
    return new ArrayList<>(
        robot
            .finder()
            .findAll(
                frame.target(),
                new GenericTypeMatcher<>(type, true) {
                  @Override
                  protected boolean isMatching(C one) {
                    return true;
                  }
                }));
  }

  /** The rows of messages, from the top. */
  List<MessageRow> rows() {
    return talkRows(MessageRow.class);
  }

  /** The rows of what was removed, from the top. */
  List<RemovedRow> removed() {
    return talkRows(RemovedRow.class);
  }

  /** How many messages each of them is for. */
  List<Integer> removedCounts() {
    return removed().stream().map(r -> r.part().count()).toList();
  }

  private <R extends TalkRow> List<R> talkRows(Class<R> type) {
    return GuiActionRunner.execute(
        () ->
            ((MessageList) frame.scrollPane("messages").target().getViewport().getView())
                .talkRows().stream().filter(type::isInstance).map(type::cast).toList());
  }

  /** The texts that are loaded, from the top. */
  List<String> texts() {
    return rows().stream().map(r -> r.textComponent().shown()).toList();
  }

  /** Every word on a label that shows. */
  List<String> labels() {
    return all(JLabel.class).stream().map(JLabel::getText).filter(Objects::nonNull).toList();
  }

  boolean says(String part) {
    return labels().stream().anyMatch(l -> l.contains(part));
  }

  /** The texts of which something is in sight, from the top. */
  List<String> inSight() {
    return GuiActionRunner.execute(
        () -> {
          var seen = frame.scrollPane("messages").target().getViewport().getViewRect();
          return rows().stream()
              .filter(r -> r.getBounds().intersects(seen))
              .map(r -> r.textComponent().shown())
              .toList();
        });
  }

  MessageRow row(String text) {
    return rows().stream()
        .filter(r -> r.textComponent().shown().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + text));
  }

  @Override
  public void close() throws Exception {
    Callable<Boolean> rest = GuiActionRunner.execute(() -> controller.close());
    rest.call();
  }
}
