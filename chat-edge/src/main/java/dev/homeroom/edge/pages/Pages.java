package dev.homeroom.edge.pages;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Serves the pages from the class path. Assets carry a hash in their names and are kept by browsers for good; the rest is
 * asked for anew each time. No resolved file is cached: Spring's cache knows a client by the codings that it lists, also
 * those that it refuses.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    private static final String ROOT = "classpath:/META-INF/resources/";
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(ROOT + "assets/")
                .setCacheControl(CacheControl.maxAge(FOR_GOOD).cachePublic().immutable())
                .resourceChain(false)
                .addResolver(new SmallestEncodingResolver());
        registry.addResourceHandler("/**")
                .addResourceLocations(ROOT)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new SmallestEncodingResolver())
                .addResolver(new PageResolver());
    }
}
