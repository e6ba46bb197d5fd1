package org.parley.ui.common;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;
import org.parley.journal.Progress;

/** The part of a sheet that says how far a long work has come, and then what came of it. */
public final class WorkPart {
  private final Sheet sheet;
  private final JProgressBar bar = new JProgressBar(0, PerMille.WHOLE);
  private final JTextArea result;

  /**
   * Adds itself to the sheet, and shows nothing yet.
   *
   * @param name of its parts, before {@code .progress} and {@code .result}
   * @param spoken what the bar is called where it is read out
   */
  public WorkPart(Sheet sheet, String name, String spoken, int width) {
    this.sheet = sheet;
    result = Plain.prose("", width);
    bar.setName(name + ".progress");
    bar.setVisible(false);
    bar.getAccessibleContext().setAccessibleName(spoken);
    result.setName(name + ".result");
    result.setVisible(false);
    sheet.addHiding(bar).addHiding(result);
  }

  /** A long work; it tells how far it has come, and looks whether it is to stop. */
  @FunctionalInterface
  public interface Work<T> {
    /** Runs it, off the event thread. */
    T run(Progress progress) throws Exception;
  }

  /** Runs the work in the background until it ends or is cancelled. */
  public static <T> void start(
      UiContext ui, AtomicBoolean cancelled, Work<T> work, Background.Ending<T, Integer> ending) {
    cancelled.set(false);
    Background.Work<T, Integer> told =
        step ->
            work.run(
                new PerMille((done, total) -> step.accept(PerMille.of(done, total)), cancelled));
    var unused = ui.background().start(told, ending);
  }

  /** It begins, or has ended; what was said before goes. */
  public void busy(boolean busy) {
    bar.setVisible(busy);
    bar.setValue(0);
    result.setVisible(false);
    sheet.fit();
  }

  /** So many thousandths are done. */
  public void at(int perMille) {
    bar.setValue(perMille);
  }

  /** What came of it. */
  public void say(String sentence) {
    say(sentence, "prose");
  }

  /** Why nothing came of it, and what to do. */
  public void fault(String sentence) {
    say(sentence, "fault");
  }

  private void say(String sentence, String style) {
    result.putClientProperty("FlatLaf.styleClass", style);
    result.setText(sentence);
    result.setVisible(true);
    sheet.fit();
  }
}
