/** What {@code front-door/nginx.conf} does for the deployment, done by this JVM for tests. */
@NullMarked
package dev.homeroom.faults.frontdoor;

import org.jspecify.annotations.NullMarked;
