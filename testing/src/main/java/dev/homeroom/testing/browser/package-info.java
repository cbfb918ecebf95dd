/** People before the pages, in the Chromium of this machine. Who uses it brings Playwright. */
@NullMarked
package dev.homeroom.testing.browser;

import org.jspecify.annotations.NullMarked;
