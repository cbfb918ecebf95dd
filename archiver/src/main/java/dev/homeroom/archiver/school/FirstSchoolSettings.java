package dev.homeroom.archiver.school;

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
 * @param adminPassword of the admin; where there is none, one is made up and logged once
 */
@Validated
@ConfigurationProperties("homeroom.archiver.first-school")
record FirstSchoolSettings(
        @PlainText(max = 120) @DefaultValue("My School") String name,
        @ValidUsername @DefaultValue("admin") String adminUsername,
        @Nullable String adminPassword) {}
