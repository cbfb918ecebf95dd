package dev.homeroom.archiver.login;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Credentials;
import dev.homeroom.archiver.account.NewPassword;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.account.Schools;
import dev.homeroom.archiver.account.Schools.School;
import dev.homeroom.archiver.login.SignIn.Attempt;
import dev.homeroom.archiver.problem.Problem;
import dev.homeroom.archiver.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and who I am. */
@RestController
@RequestMapping("/api")
class LoginController {
    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);

    private final SignIn signIn;
    private final Tokens tokens;
    private final SigningKeys keys;
    private final Schools schools;
    private final Credentials credentials;

    LoginController(SignIn signIn, Tokens tokens, SigningKeys keys, Schools schools, Credentials credentials) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.keys = keys;
        this.schools = schools;
        this.credentials = credentials;
    }

    record LoginRequest(
            @NotNull @Size(min = 1, max = 200) String username,
            @NotNull @Size(min = 1, max = 200) String password) {}

    record PasswordRequest(
            @NotNull @Size(min = 1, max = 200) String current,
            @JsonProperty("new") @NotNull @NewPassword String newPassword) {}

    record SignedInView(
            UUID id,
            String username,
            @JsonProperty("display_name") String displayName,
            Role role) {}

    record LoginView(String token, SignedInView account) {}

    record SchoolView(UUID id, String name) {}

    record MeView(
            UUID id,
            String username,
            @JsonProperty("display_name") String displayName,
            Role role,
            @JsonProperty("safeguarding_lead") boolean safeguardingLead,
            SchoolView school) {}

    @SecurityRequirements
    @PostMapping(path = "/login", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LoginView> login(@Valid @RequestBody LoginRequest login, HttpServletRequest request) {
        return switch (signIn.attempt(login.username(), login.password(), request.getRemoteAddr())) {
            case Attempt.SignedIn(Caller caller, Instant validFrom) -> signedIn(caller, validFrom, request.isSecure());
            case Attempt.WrongCredentials _ -> throw wrongCredentials();
            case Attempt.TooManyAttempts(Duration wait) -> throw tooManyAttempts(wait);
            case Attempt.Busy _ -> throw busy();
        };
    }

    /** Takes the cookie away. Tokens are nowhere kept, so one that somebody has copied is good until it ends. */
    @SecurityRequirements
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> logout(HttpServletRequest request) {
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        tokens.cookie("", request.isSecure()).toString())
                .build();
    }

    /** The same as {@code /api/me}; nobody signed in is an answer too, see {@link NotSignedIn}. */
    @SecurityRequirements
    @ApiResponse(responseCode = "200", description = "Who is signed in.")
    @ApiResponse(responseCode = "204", description = "Nobody is signed in.", content = @Content)
    @GetMapping("/session")
    MeView session(@AuthenticationPrincipal Caller caller) {
        return me(caller);
    }

    @GetMapping("/me")
    MeView me(@AuthenticationPrincipal Caller caller) {
        School school = schools.find(caller.school()).orElseThrow();
        return new MeView(
                caller.id().value(),
                caller.username(),
                caller.displayName(),
                caller.role(),
                caller.safeguardingLead(),
                new SchoolView(school.id().value(), school.name()));
    }

    /**
     * The archiver takes no token from before any more, and whoever asks gets a new cookie. Edges ask nobody: they take an
     * old token until it ends, see {@code docs/operations.md}.
     */
    @PostMapping(path = "/me/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> changePassword(
            @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody PasswordRequest password,
            HttpServletRequest request) {
        Instant validFrom = switch (signIn.attempt(caller.username(), password.current(), request.getRemoteAddr())) {
            case Attempt.SignedIn _ -> credentials.changePassword(caller.id(), password.newPassword());
            case Attempt.WrongCredentials _ -> throw wrongPassword();
            case Attempt.TooManyAttempts(Duration wait) -> throw tooManyAttempts(wait);
            case Attempt.Busy _ -> throw busy();
        };
        String token = tokens.issue(caller, validFrom);
        return ResponseEntity.noContent()
                .header(
                        HttpHeaders.SET_COOKIE,
                        tokens.cookie(token, request.isSecure()).toString())
                .build();
    }

    @SecurityRequirements
    @GetMapping("/jwks.json")
    Map<String, Object> keys() {
        return keys.publicKeys().toJSONObject();
    }

    private ResponseEntity<LoginView> signedIn(Caller caller, Instant validFrom, boolean secure) {
        String token = tokens.issue(caller, validFrom);
        SignedInView account =
                new SignedInView(caller.id().value(), caller.username(), caller.displayName(), caller.role());
        return ResponseEntity.ok()
                .header(HttpHeaders.SET_COOKIE, tokens.cookie(token, secure).toString())
                .body(new LoginView(token, account));
    }

    private static ProblemException wrongCredentials() {
        return new ProblemException(
                Problem.of(HttpStatus.UNAUTHORIZED, "wrong-credentials", "The username or the password is not right."));
    }

    private static ProblemException wrongPassword() {
        return new ProblemException(
                Problem.of(HttpStatus.FORBIDDEN, "wrong-password", "The current password is not right."));
    }

    private static ProblemException tooManyAttempts(Duration wait) {
        Problem problem = Problem.of(
                HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Too many attempts failed. Wait a little.");
        return new ProblemException(problem, wait.plusMillis(999));
    }

    private static ProblemException busy() {
        Problem problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE, "busy", "Many people sign in at the moment. Try again soon.");
        return new ProblemException(problem, WHEN_BUSY);
    }
}
