/** What teachers say of students' work: comments and grades, drafts until they are released, and the students' answers. */
@NullMarked
package dev.homeroom.archiver.marking;

import org.jspecify.annotations.NullMarked;
