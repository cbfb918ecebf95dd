package dev.homeroom.archiver.demo;

import java.util.List;

/** A room in which something has been said. */
enum DemoRoom {
    CLASS("Class 7b", "class.txt"),
    PROJECT("River project · 小河项目", "project.txt"),
    BOOKS("Book club · 读书会", "books.txt");

    private final String title;
    private final String script;

    DemoRoom(String title, String script) {
        this.title = title;
        this.script = script;
    }

    String title() {
        return title;
    }

    Script script() {
        return ScriptReader.read(script);
    }

    /** Those who are chosen by themselves, besides the teacher who makes it. */
    List<String> members() {
        return switch (this) {
            case CLASS -> List.of();
            case PROJECT -> List.of(Person.SECOND_TEACHER, "amy", "chen", "duo", "mei", "otto", "tariq");
            case BOOKS -> List.of("amy", "ben", "juno", "mei", "pia", "rosa", "xing");
        };
    }
}
