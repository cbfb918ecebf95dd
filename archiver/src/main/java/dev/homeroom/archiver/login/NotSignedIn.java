package dev.homeroom.archiver.login;

import dev.homeroom.archiver.problem.ProblemWriter;
import dev.homeroom.archiver.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** What somebody gets whose token is missing or worth nothing. Who only asks whether they are signed in makes no error. */
final class NotSignedIn implements AuthenticationEntryPoint {
    static final String QUESTION = "/api/session";

    private final ProblemWriter problems;

    NotSignedIn(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (request.getRequestURI().equals(QUESTION)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            problems.write(response, Problems.notSignedIn());
        }
    }
}
