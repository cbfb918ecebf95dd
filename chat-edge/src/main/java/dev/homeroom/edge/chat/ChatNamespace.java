package dev.homeroom.edge.chat;

import dev.homeroom.edge.session.Account;
import dev.homeroom.edge.session.Login;
import dev.homeroom.edge.session.TokenVerifier;
import dev.homeroom.edge.socketio.Admission;
import dev.homeroom.edge.socketio.Handshake;
import dev.homeroom.edge.socketio.Namespace;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The main namespace: admits people with a login token, from the CONNECT's payload or from the cookie, and, where the
 * installation lets them in, guests without one.
 */
@Component
public final class ChatNamespace implements Namespace {
    private static final String COOKIE = "homeroom_token";

    private final TokenVerifier verifier;
    private final GuestProperties guests;
    private final AccountSessions accounts;
    private final ChatParts parts;
    private final Reception reception;

    ChatNamespace(TokenVerifier verifier, GuestProperties guests, AccountSessions accounts, ChatParts parts) {
        this.verifier = verifier;
        this.guests = guests;
        this.accounts = accounts;
        this.parts = parts;
        this.reception = new Reception(parts);
    }

    @Override
    public CompletionStage<Admission> admit(Handshake handshake) {
        return parts.gate()
                .opened()
                .orTimeout(parts.properties().startWait().toMillis(), TimeUnit.MILLISECONDS)
                .handle((live, _) -> live != null)
                .thenCompose(isOpen ->
                        isOpen ? decide(handshake) : CompletableFuture.completedFuture(new Admission.NotYet()));
    }

    private CompletionStage<Admission> decide(Handshake handshake) {
        Optional<String> token = text(handshake.auth(), "token")
                .or(() -> bearer(handshake))
                .or(() -> handshake.opening().cookie(COOKIE));
        return token.isPresent()
                ? verifier.verify(token.get()).thenCompose(login -> byLogin(login, handshake))
                : withoutToken(handshake);
    }

    private CompletionStage<Admission> byLogin(Login login, Handshake handshake) {
        return switch (login) {
            case Login.SignedIn(Account account) -> signedIn(account, handshake);
            case Login.Expired _ -> CompletableFuture.completedFuture(refused("not signed in", "token_expired"));
            case Login.Invalid _ -> CompletableFuture.completedFuture(refused("not signed in", "token_invalid"));
        };
    }

    private CompletionStage<Admission> signedIn(Account account, Handshake handshake) {
        return accounts.areFull(account.id())
                ? CompletableFuture.completedFuture(refused("too many sessions", "too_many_sessions"))
                : reception
                        .admit(new Identity.SignedIn(account), handshake)
                        .thenApply(admission -> counted(account, admission));
    }

    private Admission counted(Account account, Admission admission) {
        return switch (admission) {
            case Admission.Refused _, Admission.NotYet _ -> admission;
            case Admission.Admitted admitted ->
                admitted.listeningBy(socket ->
                        accounts.count(account.id(), admitted.listener().apply(socket)));
        };
    }

    private CompletionStage<Admission> withoutToken(Handshake handshake) {
        return guests.guests()
                ? reception.admit(
                        new Identity.Guest(text(handshake.auth(), "username").orElse(null)), handshake)
                : CompletableFuture.completedFuture(refused("not signed in", "not_signed_in"));
    }

    static Admission refused(String message, String code) {
        return new Admission.Refused(
                message, JsonNodeFactory.instance.objectNode().put("code", code));
    }

    private static Optional<String> text(JsonNode auth, String field) {
        JsonNode node = auth.get(field);
        return node != null && node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    private static Optional<String> bearer(Handshake handshake) {
        String authorization = handshake.opening().authorization();
        return authorization != null && authorization.startsWith("Bearer ")
                ? Optional.of(authorization.substring("Bearer ".length()))
                : Optional.empty();
    }
}
