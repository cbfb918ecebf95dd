package dev.homeroom.archiver.school;

import dev.homeroom.archiver.account.Passwords;
import dev.homeroom.archiver.account.ValidUsername;
import dev.homeroom.archiver.json.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an installation begins with when its database has no school yet.
 *
 * @param name of the school
 * @param adminUsername of the admin, who makes all other accounts
 * @param adminPassword of the admin, 8 characters at least and 72 bytes at most; where there is none, one is made up and
 *     logged once
 */
@Validated
@ConfigurationProperties("homeroom.archiver.first-school")
record FirstSchoolSettings(
        @PlainText(max = 120) @DefaultValue("My School") String name,
        @ValidUsername @DefaultValue("admin") String adminUsername,
        @Nullable String adminPassword) {
    /** Checked here, since the report of a broken constraint would repeat the password. */
    FirstSchoolSettings {
        if (adminPassword != null && !Passwords.mayBeChosen(adminPassword)) {
            throw new IllegalArgumentException(
                    "homeroom.archiver.first-school.admin-password must have 8 characters at least and 72 bytes at most");
        }
    }

    @Override
    public String toString() {
        return "FirstSchoolSettings[" + name + ", " + adminUsername + "]";
    }
}
