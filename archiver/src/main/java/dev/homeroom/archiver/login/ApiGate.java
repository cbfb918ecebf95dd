package dev.homeroom.archiver.login;

import dev.homeroom.archiver.problem.ProblemWriter;
import dev.homeroom.archiver.problem.Problems;
import dev.homeroom.archiver.start.Readiness;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first thing that a request to {@code /api} meets: is the archiver ready, does a change come from our own pages, is
 * the body of a bearable size?
 */
final class ApiGate extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(ApiGate.class);

    private final Readiness readiness;
    private final OriginCheck origins;
    private final ProblemWriter problems;
    private final long maxBodyBytes;

    ApiGate(Readiness readiness, LoginSettings settings, ProblemWriter problems) {
        this.readiness = readiness;
        this.origins = new OriginCheck(settings.allowedOrigins());
        this.problems = problems;
        this.maxBodyBytes = settings.maxBody().toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!readiness.isDatabaseReady()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            problems.write(response, Problems.starting());
        } else if (origins.isForeign(request)) {
            problems.write(response, Problems.foreignOrigin());
        } else if (request.getContentLengthLong() > maxBodyBytes) {
            new LimitedBody(request, maxBodyBytes).drop();
            problems.write(response, Problems.bodyTooLarge());
        } else {
            pass(request, response, chain);
        }
    }

    /** Tokens are checked against the database before any controller is reached. */
    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(new LimitedBody(request, maxBodyBytes), response);
        } catch (DataAccessException e) {
            if (response.isCommitted()) {
                throw e;
            }
            log.warn("Postgres did not answer: {}", e.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            problems.write(response, Problems.archiveUnavailable());
        }
    }
}
