package dev.homeroom.edge.pages;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Finds files; an address that names none and looks like a page's own, such as {@code /rooms/…}, gets the one page. */
final class PageResolver extends PathResourceResolver {
    private static final String PAGE = "index.html";

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        return file == null && isPage(path) ? super.getResource(PAGE, location) : file;
    }

    private static boolean isPage(String path) {
        return !path.contains(".") && !path.startsWith("api/") && !path.startsWith("actuator/");
    }
}
