package dev.homeroom.edge.chat;

import dev.homeroom.contract.AccountId;
import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.socketio.Acknowledgement;
import dev.homeroom.edge.socketio.SocketListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** How many sessions each account has on this edge. Guests have no account, and are bounded by their address alone. */
@Component
final class AccountSessions {
    private final Map<AccountId, Integer> counts = new ConcurrentHashMap<>();
    private final int most;

    AccountSessions(ChatProperties properties) {
        this.most = properties.maxSessionsPerAccount();
    }

    /** Whether the account may have no more; as many may pass as are let in in the same moment. */
    boolean areFull(AccountId account) {
        return counts.getOrDefault(account, 0) >= most;
    }

    /** Counts a session that has just begun, until its listener is told of its end. */
    SocketListener count(AccountId account, SocketListener listener) {
        counts.merge(account, 1, Integer::sum);
        return new Counted(account, listener);
    }

    private void end(AccountId account) {
        counts.computeIfPresent(account, (_, count) -> count == 1 ? null : count - 1);
    }

    private final class Counted implements SocketListener {
        private final AccountId account;
        private final SocketListener listener;

        private Counted(AccountId account, SocketListener listener) {
            this.account = account;
            this.listener = listener;
        }

        @Override
        public void received(String event, List<JsonNode> arguments, @Nullable Acknowledgement acknowledgement) {
            listener.received(event, arguments, acknowledgement);
        }

        @Override
        public void closed(CloseReason reason) {
            end(account);
            listener.closed(reason);
        }
    }
}
