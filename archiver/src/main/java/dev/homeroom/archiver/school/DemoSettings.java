package dev.homeroom.archiver.school;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A school to try things out with.
 *
 * @param demo whether there is one: its passwords are known to everybody
 */
@ConfigurationProperties("homeroom.archiver")
record DemoSettings(@DefaultValue("false") boolean demo) {}
