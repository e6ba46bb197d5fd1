package org.parley.ui.conversations;

import java.awt.Component;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.parley.directory.Endpoint;
import org.parley.directory.Host;
import org.parley.messaging.Cancellation;
import org.parley.ui.common.FormRules;
import org.parley.ui.common.SafeText;
import org.parley.ui.common.UiContext;
import org.parley.ui.conversations.AddressModel.Input;
import org.parley.ui.conversations.AddressModel.State;
import org.parley.ui.workplace.ManualOutcome;
import org.parley.ui.workplace.Talk;
import org.parley.ui.workplace.TalkException;
import org.parley.ui.workplace.TalkWords;

/** A message to an address: IP, port and password typed in. Used on the event thread. */
final class AddressController {
  private final UiContext ui;
  private final Talk talk;
  private final ConversationsController.Elsewhere elsewhere;
  private final Consumer<String> openConversation;
  private final AddressModel model = new AddressModel();
  private final AddressView view;
  private Cancellation running = new Cancellation();
  private char[] lastPassword = new char[0];
  private String lastHost = "";
  private int lastPort;
  private Optional<ManualOutcome> outcome = Optional.empty();

  AddressController(
      UiContext ui,
      Talk talk,
      Component over,
      ConversationsController.Elsewhere elsewhere,
      Consumer<String> openConversation) {
    this.ui = ui;
    this.talk = talk;
    this.elsewhere = elsewhere;
    this.openConversation = openConversation;
    this.view = new AddressView(ui, model, this, over);
  }

  /** Shows the form for a peer that was reached so before: {@code name (host:port)}. */
  void open(String peer) {
    int begin = peer.lastIndexOf('(');
    Endpoint at =
        begin >= 0 && peer.endsWith(")")
            ? Endpoint.parse(peer.substring(begin + 1, peer.length() - 1))
            : null;
    open(at == null ? "" : at.host().toString(), at == null ? "" : Integer.toString(at.port()));
  }

  /** Shows the form, filled in as far as is known, until it is closed. */
  void open(String host, String port) {
    view.open(host, port);
    running.cancel();
    Arrays.fill(lastPassword, '\0');
  }

  /** Takes over the password and wipes it. */
  void onSend(String hostText, String portText, char[] password, String text) {
    FormRules.Reading<Host> host = FormRules.host(hostText, ui);
    FormRules.Reading<Integer> port = FormRules.port(portText, ui);
    Map<Input, String> faults = new EnumMap<>(Input.class);
    host.fault().ifPresent(f -> faults.put(Input.HOST, f));
    port.fault().ifPresent(f -> faults.put(Input.PORT, f));
    if (password.length == 0) {
      faults.put(Input.PASSWORD, ui.word("ui.fault.password.empty"));
    }
    if (text.isBlank()) {
      faults.put(Input.TEXT, ui.word("ui.address.text.empty"));
    }
    model.faults.set(Map.copyOf(faults));
    if (!faults.isEmpty() || model.state.get() == State.RUNNING) {
      Arrays.fill(password, '\0');
      return;
    }
    Arrays.fill(lastPassword, '\0');
    lastPassword = password;
    lastHost = host.value().orElseThrow().text();
    lastPort = port.value().orElseThrow();
    send(text);
  }

  private void send(String text) {
    Cancellation cancel = new Cancellation();
    running = cancel;
    char[] password = lastPassword.clone();
    String to = lastHost;
    int at = lastPort;
    model.state.set(State.RUNNING);
    model.result.set(ui.word("ui.address.runs"));
    ui.background()
        .start(
            () -> talk.sendTo(to, at, password, text, cancel),
            ended -> {
              Arrays.fill(password, '\0');
              onEnded(ended);
            },
            why -> {
              Arrays.fill(password, '\0');
              onFailed(why);
            });
  }

  private void onEnded(ManualOutcome ended) {
    outcome = Optional.of(ended);
    boolean failed = ended.failure() != null;
    model.state.set(failed ? State.FAILED : State.DELIVERED);
    model.canKeep.set(ended.name() != null && !ended.isContact() && !failed);
    String name =
        Optional.ofNullable(ended.name()).map(n -> SafeText.quoted(n.toString())).orElse("");
    model.result.set(
        Optional.ofNullable(ended.failure())
            .map(f -> new FateWords(ui).sentence(f))
            .orElseGet(() -> ui.word("ui.address.delivered", name)));
  }

  private void onFailed(Throwable why) {
    model.state.set(State.FAILED);
    if (why instanceof TalkException e) {
      model.result.set(TalkWords.sentence(e, ui));
    } else {
      model.result.set("");
      org.parley.ui.common.Unexpected.tell(view.component(), ui, why);
    }
  }

  /** Cancels what runs, or closes. */
  void onCancel() {
    if (model.state.get() == State.RUNNING) {
      running.cancel();
      return;
    }
    view.close();
    outcome
        .filter(o -> model.state.get() == State.DELIVERED)
        .flatMap(o -> Optional.ofNullable(o.peer()))
        .ifPresent(openConversation);
  }

  void onKeep() {
    outcome
        .flatMap(o -> Optional.ofNullable(o.name()))
        .ifPresent(
            name -> {
              char[] password = lastPassword.clone();
              view.close();
              elsewhere.keepContact(name.toString(), lastHost, lastPort, password);
              Arrays.fill(password, '\0');
            });
  }
}
