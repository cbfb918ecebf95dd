/** May this account be in this room, and speak there? Answered from the rooms topic alone. */
@NullMarked
package dev.homeroom.edge.membership;

import org.jspecify.annotations.NullMarked;
