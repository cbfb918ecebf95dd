package dev.homeroom.contract;

import tools.jackson.databind.node.ObjectNode;

/** An author's two fields, {@code account} and {@code guest_name}, among those of a record. */
final class AuthorCodec {
    private AuthorCodec() {}

    static void write(ObjectNode json, Author author) {
        json.put("account", author.account().toString());
        if (author.guestName() != null) {
            json.put("guest_name", author.guestName());
        }
    }

    static Author read(JsonRecord json) {
        return new Author(new AccountId(json.uuid("account")), json.optionalText("guest_name"));
    }
}
