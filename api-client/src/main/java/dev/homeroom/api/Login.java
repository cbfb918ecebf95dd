package dev.homeroom.api;

/** What somebody signs in with. */
public record Login(String username, String password) {
    /** @throws IllegalArgumentException unless it is {@code username/password} */
    public static Login parse(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException("not username/password: " + text);
        }
        return new Login(text.substring(0, slash), text.substring(slash + 1));
    }
}
