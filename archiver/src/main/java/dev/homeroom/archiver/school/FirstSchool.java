package dev.homeroom.archiver.school;

import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.NewAccount;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.account.Schools;
import dev.homeroom.archiver.start.Preparation;
import java.security.SecureRandom;
import java.util.Base64;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A school with one admin, where the database has none. Comes after the demo school, which is one too. */
@Component
@Order(3)
class FirstSchool implements Preparation {
    private static final Logger log = LoggerFactory.getLogger(FirstSchool.class);
    private static final int RANDOM_BYTES = 15;

    private final FirstSchoolSettings settings;
    private final Schools schools;
    private final Accounts accounts;

    FirstSchool(FirstSchoolSettings settings, Schools schools, Accounts accounts) {
        this.settings = settings;
        this.schools = schools;
        this.accounts = accounts;
    }

    @Override
    @Transactional
    public void prepare() {
        schools.lock();
        if (schools.oldest().isEmpty()) {
            make();
        }
    }

    private void make() {
        String password = settings.adminPassword() == null ? madeUp() : settings.adminPassword();
        accounts.create(
                schools.create(settings.name()),
                new NewAccount(settings.adminUsername(), settings.adminUsername(), Role.ADMIN, password));
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
