package dev.homeroom.archiver.demo;

import dev.homeroom.archiver.account.NewAccount;
import dev.homeroom.archiver.account.Role;
import java.util.List;
import java.util.stream.Stream;

/** Somebody of the demo school. Nobody is called like this. */
record Person(String username, String name, Role role) {
    static final String ADMIN = "admin";
    static final String TEACHER = "teacher";
    static final String SECOND_TEACHER = "wen";
    static final String LEAD = "lead";

    /** Of a school in which nothing has happened yet. */
    static final List<Person> PLAIN = List.of(
            new Person(ADMIN, "Admin", Role.ADMIN),
            new Person("amy", "Amy", Role.STUDENT),
            new Person("ben", "Ben", Role.STUDENT),
            new Person("chen", "Chen", Role.STUDENT),
            new Person(TEACHER, "Teacher", Role.TEACHER));

    /** The same, where there are others. */
    static final List<Person> NAMED = List.of(
            new Person(ADMIN, "School Office", Role.ADMIN),
            new Person("amy", "Amy Larkspur", Role.STUDENT),
            new Person("ben", "Ben Tallow", Role.STUDENT),
            new Person("chen", "陈小舟 Chen Xiaozhou", Role.STUDENT),
            new Person(TEACHER, "Ms Rowanberry", Role.TEACHER));

    /** The others. */
    static final List<Person> OTHERS = List.of(
            new Person(SECOND_TEACHER, "文老师 Mr Wen", Role.TEACHER),
            new Person(LEAD, "Ms Quillfeather", Role.TEACHER),
            new Person("duo", "云朵 Yun Duo", Role.STUDENT),
            new Person("juno", "Juno Thistledown", Role.STUDENT),
            new Person("mei", "林小鹿 Mei Lin", Role.STUDENT),
            new Person("otto", "Otto Bramblewick", Role.STUDENT),
            new Person("pia", "Pia Marigold", Role.STUDENT),
            new Person("rosa", "Rosa Dormouse", Role.STUDENT),
            new Person("tariq", "Tariq Lanternby", Role.STUDENT),
            new Person("xing", "何星河 He Xinghe", Role.STUDENT));

    static Stream<String> usernames(List<Person> people) {
        return people.stream().map(Person::username);
    }

    static List<String> students() {
        return Stream.concat(NAMED.stream(), OTHERS.stream())
                .filter(person -> person.role() == Role.STUDENT)
                .map(Person::username)
                .toList();
    }

    /** The username is the password too. */
    NewAccount account() {
        return new NewAccount(username, name, role, username, username.equals(LEAD));
    }
}
