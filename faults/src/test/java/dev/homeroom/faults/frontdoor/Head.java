package dev.homeroom.faults.frontdoor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The head of a request or of a response (RFC 9112), whose body is left in the stream.
 *
 * @param start the request line or the status line
 * @param fields as they came
 */
record Head(String start, List<String> fields) {
    private static final String END = "\r\n\r\n";
    private static final int LONGEST = 64 << 10;

    Head {
        fields = List.copyOf(fields);
    }

    /** Reads the next one; none where the stream ends instead. */
    static Optional<Head> read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < END.length()) {
            int next = in.read();
            if (next < 0 || bytes.size() == LONGEST) {
                return Optional.empty();
            }
            bytes.write(next);
            matched = next == END.charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        List<String> lines = bytes.toString(ISO_8859_1).strip().lines().toList();
        return Optional.of(new Head(lines.getFirst(), lines.subList(1, lines.size())));
    }

    String method() {
        return word(0);
    }

    /** With its query. */
    String path() {
        return word(1);
    }

    int status() {
        return Integer.parseInt(word(1));
    }

    private String word(int index) {
        return start.split(" ", 3)[index];
    }

    Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> isCalled(field, name))
                .map(field -> field.substring(name.length() + 1).strip())
                .findFirst();
    }

    boolean wantsWebSocket() {
        return field("Upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }

    int length() {
        return field("Content-Length").map(Integer::parseInt).orElse(0);
    }

    /** With this field and no other of that name. */
    Head with(String name, String value) {
        List<String> changed = new ArrayList<>(
                fields.stream().filter(field -> !isCalled(field, name)).toList());
        changed.add(name + ": " + value);
        return new Head(start, changed);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write((start + "\r\n" + String.join("\r\n", fields) + END).getBytes(ISO_8859_1));
        out.flush();
    }

    private static boolean isCalled(String field, String name) {
        return field.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }
}
