package dev.homeroom.archiver.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A school to try things out with.
 *
 * @param demo whether there is one: its passwords are known to everybody
 * @param demoContent whether people have been at work in it: ten days of conversation, marking and reports. Only where the
 *     database had no school before
 */
@ConfigurationProperties("homeroom.archiver")
record DemoSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean demoContent) {}
