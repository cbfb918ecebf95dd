package dev.homeroom.archiver.export;

import java.util.UUID;

/** What people are called in the export of a room, and what becomes of their names in what was written. */
interface Names {
    Names REAL = new Names() {
        @Override
        public boolean areReal() {
            return true;
        }

        @Override
        public String nameOf(UUID account, String name) {
            return name;
        }

        @Override
        public String hiddenIn(String text) {
            return text;
        }
    };

    boolean areReal();

    String nameOf(UUID account, String name);

    /** The text as it may be shown. */
    String hiddenIn(String text);
}
