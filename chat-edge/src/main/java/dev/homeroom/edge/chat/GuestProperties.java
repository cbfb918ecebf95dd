package dev.homeroom.edge.chat;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether people without a login may chat.
 *
 * @param guests lets them in, under the names that they give, into rooms that no school has
 */
@ConfigurationProperties("homeroom")
public record GuestProperties(@DefaultValue("false") boolean guests) {}
