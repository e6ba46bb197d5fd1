package org.parley.ui.conversations;

import com.formdev.flatlaf.util.UIScale;
import java.awt.CardLayout;
import javax.swing.JPanel;
import javax.swing.JSplitPane;
import net.miginfocom.swing.MigLayout;
import org.parley.ui.common.Buttons;
import org.parley.ui.common.EmptyPlace;
import org.parley.ui.common.UiContext;

/** The whole tab: the list on the left, one conversation on the right. */
final class ConversationsView {
  private final JSplitPane split = new JSplitPane();
  private final CardLayout cards = new CardLayout();
  private final JPanel right = new JPanel(cards);
  private final PeerListView peers;
  private final ExchangeView exchange;

  ConversationsView(
      UiContext context, ConversationsModel model, ConversationsController controller) {
    peers = new PeerListView(context, model, controller);
    exchange = new ExchangeView(context, model, controller);
    right.add(new JPanel(new MigLayout()), "nothing");
    right.add(
        new EmptyPlace(
            context.word("ui.conversations.empty.title"),
            context.word("ui.conversations.empty.sentence"),
            "conversations",
            Buttons.of(
                "empty.add",
                "add",
                context.word("ui.conversations.empty.add"),
                controller::onAddContact)),
        "empty");
    right.add(
        new EmptyPlace(
            context.word("ui.conversations.choose.title"),
            context.word("ui.conversations.choose.sentence"),
            "conversations"),
        "choose");
    right.add(exchange, "exchange");
    split.setLeftComponent(peers);
    split.setRightComponent(right);
    split.setDividerLocation(UIScale.scale(296));
    split.setBorder(javax.swing.BorderFactory.createEmptyBorder());
    split.setName("conversations");
    peers.setMinimumSize(new java.awt.Dimension(UIScale.scale(208), 0));
    right.setMinimumSize(new java.awt.Dimension(UIScale.scale(320), 0));
    model.open.follow(open -> turn(model));
    model.entries.follow(entries -> turn(model));
    model.loading.follow(loading -> turn(model));
  }

  private void turn(ConversationsModel model) {
    if (model.open.get().isPresent()) {
      cards.show(right, "exchange");
    } else if (model.loading.get()) {
      cards.show(right, "nothing");
    } else {
      cards.show(right, model.entries.get().isEmpty() ? "empty" : "choose");
    }
  }

  JSplitPane component() {
    return split;
  }

  ExchangeView exchange() {
    return exchange;
  }

  PeerListView peers() {
    return peers;
  }
}
