package dev.homeroom.edge.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/**
 * Serves the smallest of the compressed copies that lie beside a file and that the client reads (RFC 9110, section
 * 12.5.3). Left to itself, Spring takes the first coding that the client lists: browsers list gzip first, and give their
 * codings no weights.
 */
final class SmallestEncodingResolver extends EncodedResourceResolver {
    private static final List<String> SMALLEST_FIRST = List.of("br", "gzip");
    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(\\.0*)?\\s*");

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String path,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        return super.resolveResourceInternal(
                request == null ? null : new SmallestFirst(request), path, locations, chain);
    }

    static String smallestFirst(String acceptedEncodings) {
        Set<String> accepted = Stream.of(
                        acceptedEncodings.toLowerCase(Locale.ROOT).split(","))
                .filter(coding -> !REFUSED.matcher(coding).matches())
                .map(coding -> coding.replaceFirst(";.*", "").strip())
                .collect(Collectors.toSet());
        return SMALLEST_FIRST.stream().filter(accepted::contains).collect(Collectors.joining(","));
    }

    private static final class SmallestFirst extends HttpServletRequestWrapper {
        SmallestFirst(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String value = super.getHeader(name);
            boolean asked = value != null && name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING);
            return asked ? smallestFirst(value) : value;
        }
    }
}
