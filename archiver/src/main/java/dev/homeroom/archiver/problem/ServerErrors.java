package dev.homeroom.archiver.problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what the web server refuses by itself, before any of our code is reached, into a {@link Problem}. Readable
 * addresses outside the API keep the server's own pages.
 */
final class ServerErrors extends ErrorHandler {
    private static final String API = "/api/";

    /** What the server takes for the address where it could make out none. */
    private static final String UNREADABLE = "/badMessage";

    private final JsonMapper json;

    ServerErrors(JsonMapper json) {
        this.json = json;
    }

    /** Problems are for every method. */
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback)
            throws IOException {
        if (isOfApi(request)) {
            write(problem(request, code), response, callback);
        } else {
            super.generateResponse(request, response, code, message, cause, callback);
        }
    }

    private static boolean isOfApi(Request request) {
        String path = request.getHttpURI().getPath();
        return path != null && (path.startsWith(API) || path.equals(UNREADABLE));
    }

    private static Problem problem(Request request, int code) {
        HttpStatus status = Objects.requireNonNullElse(HttpStatus.resolve(code), HttpStatus.INTERNAL_SERVER_ERROR);
        return status == HttpStatus.BAD_REQUEST && request.getHttpURI().hasViolations()
                ? Problems.badPath()
                : Problems.ofStatus(status);
    }

    private void write(Problem problem, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(problem)), callback);
    }
}
