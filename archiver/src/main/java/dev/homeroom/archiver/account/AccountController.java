package dev.homeroom.archiver.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.contract.AccountId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/accounts}: teachers and admins see the people of their school, admins change them. */
@RestController
@RequestMapping("/api/accounts")
class AccountController {
    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    record AccountView(
            UUID id,
            String username,
            @JsonProperty("display_name") String displayName,
            Role role,
            boolean active,
            @JsonProperty("safeguarding_lead") boolean safeguardingLead) {
        static AccountView of(Account account) {
            return new AccountView(
                    account.id().value(),
                    account.username(),
                    account.displayName(),
                    account.role(),
                    account.active(),
                    account.safeguardingLead());
        }
    }

    record AccountCreateRequest(
            @NotNull @ValidUsername String username,

            @JsonProperty("display_name") @NotNull @PlainText(max = 80)
            String displayName,

            @NotNull Role role,
            @NotNull @NewPassword String password,

            @JsonProperty("safeguarding_lead") @Nullable Boolean safeguardingLead) {}

    record AccountChangeRequest(
            @JsonProperty("display_name") @PlainText(max = 80) @Nullable
            String displayName,

            @Nullable Role role,
            @NewPassword @Nullable String password,
            @Nullable Boolean active,
            @JsonProperty("safeguarding_lead") @Nullable Boolean safeguardingLead) {}

    @GetMapping
    Page<AccountView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String role,
            @RequestParam @PlainText(max = 80) @Nullable String q,
            @RequestParam(name = "safeguarding_lead") @Nullable Boolean safeguardingLead,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        AccountQuery query = new AccountQuery(role == null ? null : roleOf(role), q, safeguardingLead);
        return accounts.list(caller.school(), query, after, limit).map(AccountView::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AccountView create(@AuthenticationPrincipal Caller caller, @Valid @RequestBody AccountCreateRequest request) {
        NewAccount wanted = new NewAccount(
                request.username(),
                request.displayName(),
                request.role(),
                request.password(),
                Boolean.TRUE.equals(request.safeguardingLead()));
        return view(accounts.create(caller.school(), wanted));
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    AccountView change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody AccountChangeRequest request) {
        AccountChange change = new AccountChange(
                request.displayName(),
                request.role(),
                request.password(),
                request.active(),
                request.safeguardingLead());
        return view(accounts.change(caller.school(), new AccountId(id), change));
    }

    private static AccountView view(AccountResult result) {
        return switch (result) {
            case AccountResult.Done(Account account) -> AccountView.of(account);
            case AccountResult.NotFound _ -> throw ProblemException.notFound("account");
            case AccountResult.UsernameTaken _ ->
                throw ProblemException.conflict("username-taken", "Somebody already has this username.");
            case AccountResult.LastAdmin _ ->
                throw ProblemException.conflict("last-admin", "The school would be left without an admin.");
            case AccountResult.NotForStudents _ ->
                throw ProblemException.invalid("safeguarding_lead", "cannot be given to a student");
        };
    }

    private static Role roleOf(String text) {
        try {
            return Role.of(text);
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid("role", "must be teacher, student or admin");
        }
    }
}
