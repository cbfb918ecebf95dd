package dev.homeroom.archiver.login;

import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.problem.ProblemWriter;
import dev.homeroom.archiver.problem.Problems;
import dev.homeroom.archiver.start.Readiness;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.session.DisableEncodeUrlFilter;

/** Which role may call what. What lies in a room is decided by the room, see {@code room.Rooms#access}. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {
    private static final String[] STAFF = {Role.TEACHER.name(), Role.ADMIN.name()};

    @Bean
    SecurityFilterChain archiverApi(
            HttpSecurity http,
            Readiness readiness,
            LoginSettings settings,
            ProblemWriter problems,
            SigningKeys keys,
            WhoAsks whoAsks) {
        AuthenticationEntryPoint notSignedIn = new NotSignedIn(problems);
        AccessDeniedHandler forbidden = (_, response, _) -> problems.write(response, Problems.forbidden());
        return http.securityMatcher("/api/**")
                .addFilterBefore(new ApiGate(readiness, settings, problems), DisableEncodeUrlFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(ApiSecurity::rules)
                .exceptionHandling(e -> e.authenticationEntryPoint(notSignedIn).accessDeniedHandler(forbidden))
                .oauth2ResourceServer(server -> server.bearerTokenResolver(new TokenOfRequest())
                        .authenticationEntryPoint(notSignedIn)
                        .accessDeniedHandler(forbidden)
                        .jwt(jwt -> jwt.decoder(decoder(keys)).jwtAuthenticationConverter(whoAsks)))
                .build();
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(TokenOfRequest.OPEN_PATHS)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/api/accounts/**")
                .hasAnyRole(STAFF)
                .requestMatchers("/api/accounts/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers("/api/groups/**", "/api/concerns/**")
                .hasAnyRole(STAFF)
                .requestMatchers("/api/flagged-words/**")
                .hasRole(Role.ADMIN.name())
                .requestMatchers(HttpMethod.POST, "/api/rooms")
                .hasAnyRole(STAFF)
                .anyRequest()
                .authenticated();
    }

    /** A token ends when it says so, as it does for edges: no difference between clocks is made up for. */
    private static JwtDecoder decoder(SigningKeys keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(List.of(new JwtTimestampValidator(Duration.ZERO))));
        return decoder;
    }

    /** What the firewall refuses: paths with encoded slashes, control characters and the like. */
    @Bean
    RequestRejectedHandler archiverRefusesBadPaths(ProblemWriter problems) {
        return (_, response, _) -> problems.write(response, Problems.badPath());
    }
}
