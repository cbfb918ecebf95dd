package dev.homeroom.standalone;

import java.io.IOException;
import java.util.Map;

/** Who can sign in at first: the demo school, or an admin who makes all other accounts. */
sealed interface School {
    String LOGINS = """
              teacher   teacher / teacher
              students  amy / amy, ben / ben, chen / chen
              admin     admin / admin
            """;

    /** As properties of the archiver. */
    Map<String, Object> properties();

    /** What a person needs to know to sign in. */
    String logins();

    record Demo() implements School {
        @Override
        public Map<String, Object> properties() {
            return Map.of("homeroom.archiver.demo", true);
        }

        @Override
        public String logins() {
            return LOGINS;
        }
    }

    /** A school that begins with an admin, whose password is made up. So it is until a start has shown the password. */
    record New(String adminPassword) implements School {
        @Override
        public Map<String, Object> properties() {
            return Map.of("homeroom.archiver.first-school.admin-password", adminPassword);
        }

        @Override
        public String logins() {
            return "  admin     admin / " + adminPassword + "  (shown only now: write it down, or change it)\n";
        }
    }

    /** A school whose people have their passwords. */
    record Known() implements School {
        @Override
        public Map<String, Object> properties() {
            return Map.of();
        }

        @Override
        public String logins() {
            return "";
        }
    }

    static School of(DataFolder folder) throws IOException {
        if (folder.hasDemoSchool()) {
            return new Demo();
        }
        if (folder.isFresh() && folder.firstPassword().isEmpty()) {
            folder.keepFirstPassword(Passwords.madeUp());
        }
        return folder.firstPassword().<School>map(New::new).orElseGet(Known::new);
    }
}
