package org.parley.ui.history;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import net.miginfocom.swing.MigLayout;
import org.parley.journal.verify.Verification;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.Clipboards;
import org.parley.ui.common.PerMille;
import org.parley.ui.common.Plain;
import org.parley.ui.common.Theme;
import org.parley.ui.common.Times;
import org.parley.ui.common.UiContext;

/** What is known of the journal's integrity, verifying it, and exporting it. */
final class IntegrityCard extends JPanel {
  private static final long serialVersionUID = 1L;
  private static final int SHORT_ROOT = 16;

  private final UiContext context;
  private final transient HistoryModel model;
  private final JLabel state = Plain.label("", "strong");
  private final JLabel detail = Plain.label("", "note");
  private final JProgressBar bar = new JProgressBar(0, PerMille.WHOLE);
  private final JButton verify;
  private final JButton cancel;
  private final JButton copy;

  IntegrityCard(UiContext context, HistoryModel model, HistoryController controller) {
    super(new MigLayout("insets 12 16 12 16, fillx, wrap 1, gap 0 8, hidemode 3", "[grow, fill]"));
    this.context = context;
    this.model = model;
    putClientProperty("FlatLaf.styleClass", "incoming");
    state.setName("history.state");
    detail.setName("history.result");
    bar.setName("history.progress");
    bar.getAccessibleContext().setAccessibleName(context.word("ui.history.verifying.short"));
    verify =
        Buttons.of(
            "history.verify", "check", context.word("ui.history.verify"), controller::onVerify);
    cancel =
        Buttons.of(
            "history.verify.cancel",
            "cancel",
            context.word("ui.common.cancel"),
            controller::onCancelVerify);
    copy =
        Buttons.icon(
            "history.root.copy",
            "copy",
            context.word("ui.history.root.copy"),
            () -> model.verified.get().ifPresent(v -> Clipboards.copy(root(v))));
    JPanel says =
        new JPanel(new MigLayout("insets 0, gap 4 2, fillx, hidemode 3", "[]4[]push", "[][]"));
    says.setOpaque(false);
    says.add(state, "wmin 0, spanx, wrap");
    says.add(detail, "wmin 0");
    says.add(copy);
    JPanel row =
        new JPanel(new MigLayout("insets 0, fillx, gap 8, hidemode 3", "[grow, fill][][][]"));
    row.setOpaque(false);
    row.add(says, "wmin 0");
    row.add(verify);
    row.add(cancel);
    row.add(
        Buttons.of(
            "history.export", "export", context.word("ui.history.export"), controller::onExport));
    row.add(
        Buttons.of("history.check", context.word("ui.history.check"), controller::onCheckExport));
    add(row, "wmin 0");
    add(bar);
    add(new FindingsView(context, model, controller));
    model.findings.follow(now -> say());
    model.verifying.follow(now -> say());
    model.verified.follow(now -> say());
    model.lastVerified.follow(now -> say());
  }

  private static String root(Verification verification) {
    return HexFormat.of().formatHex(verification.root());
  }

  private void say() {
    Optional<HistoryModel.Step> step = model.verifying.get();
    Optional<Verification> result = model.verified.get();
    int found = model.findings.get().size();
    bar.setVisible(step.isPresent());
    verify.setVisible(step.isEmpty());
    cancel.setVisible(step.isPresent());
    copy.setVisible(step.isEmpty() && result.isPresent());
    if (step.isPresent()) {
      HistoryModel.Step now = step.get();
      bar.setIndeterminate(now.total() == 0);
      bar.setValue(PerMille.of(now.done(), now.total()));
      state.setText(context.word("ui.history.verifying.short"));
      detail.setText(context.word("ui.history.verifying", now.done(), now.total()));
    } else {
      state.setText(
          found > 0
              ? context.word("ui.history.found", found)
              : result.isPresent() || model.lastVerified.get().isPresent()
                  ? context.word("ui.history.good")
                  : context.word("ui.history.unverified"));
      detail.setText(
          result
              .map(
                  v ->
                      context.word(
                          "ui.history.result", v.entries(), root(v).substring(0, SHORT_ROOT)))
              .orElseGet(this::last));
    }
    boolean bad = found > 0 && step.isEmpty();
    state.setForeground(bad ? Theme.colour("faultForeground") : null);
    revalidate();
  }

  private String last() {
    Optional<Instant> last = model.lastVerified.get();
    return last.isPresent()
        ? context.word("ui.history.last", new Times(context).ago(last.get()))
        : context.word("ui.history.never");
  }
}
