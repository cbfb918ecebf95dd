package dev.homeroom.archiver.school;

import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.NewAccount;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.account.Schools;
import dev.homeroom.archiver.start.Preparation;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A school with one admin, where the database has none. Comes after the demo school, which is one too. */
@Component
@Order(3)
class FirstSchool implements Preparation {
    private static final Logger log = LoggerFactory.getLogger(FirstSchool.class);
    private static final int RANDOM_BYTES = 15;

    private final FirstSchoolSettings settings;
    private final Schools schools;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    FirstSchool(FirstSchoolSettings settings, Schools schools, Accounts accounts, TransactionTemplate transaction) {
        this.settings = settings;
        this.schools = schools;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    @Override
    public void prepare() {
        String password = Objects.requireNonNullElseGet(settings.adminPassword(), FirstSchool::madeUp);
        if (Boolean.TRUE.equals(transaction.execute(_ -> makeWhereThereIsNone(password)))) {
            tell(password);
        }
    }

    private boolean makeWhereThereIsNone(String password) {
        schools.lock();
        if (schools.oldest().isPresent()) {
            return false;
        }
        accounts.create(
                schools.create(settings.name()),
                new NewAccount(settings.adminUsername(), settings.adminUsername(), Role.ADMIN, password));
        return true;
    }

    /** After the commit: a password that was logged must be the one that counts. */
    private void tell(String password) {
        log.info("Made the school \"{}\" with the admin {}.", settings.name(), settings.adminUsername());
        if (settings.adminPassword() == null) {
            log.warn("The password of {} is {} and is not shown again.", settings.adminUsername(), password);
        }
    }

    private static String madeUp() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
