package dev.homeroom.faults.crowd;

import dev.homeroom.api.Api;
import dev.homeroom.api.Login;
import dev.homeroom.api.SignedIn;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rooms of one run and the people in them. Everybody has an account of their own and is in two rooms, that is, as a rule, in
 * two partitions.
 *
 * @param teacher the API, as the teacher of all rooms
 * @param rooms their ids
 */
public record School(Api teacher, List<String> rooms, List<Student> students) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PASSWORD = "no secret at all";
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    /**
     * One student.
     *
     * @param rooms that they are a member of
     */
    public record Student(String account, String token, List<String> rooms) {}

    /** Makes a school; its accounts are used again in a later run. */
    public static School found(URI at, CrowdSettings settings) {
        Api api = Api.at(at);
        Api admin = api.as(api.signIn(new Login("admin", "admin")).token());
        Api teacher = api.as(api.signIn(new Login("teacher", "teacher")).token());
        List<SignedIn> people = IntStream.range(0, settings.rooms() * settings.members())
                .parallel()
                .mapToObj(number -> student(api, admin, number))
                .toList();
        List<List<SignedIn>> members = IntStream.range(0, settings.rooms())
                .mapToObj(room -> membersOf(room, people, settings))
                .toList();
        List<String> rooms = members.stream().map(each -> room(teacher, each)).toList();
        List<Student> students = people.stream()
                .map(person -> new Student(person.id(), person.token(), roomsOf(person, rooms, members)))
                .toList();
        return new School(teacher, rooms, students);
    }

    private static SignedIn student(Api api, Api admin, int number) {
        Login login = new Login("faults-" + number, PASSWORD);
        ObjectNode account = JSON.objectNode()
                .put("username", login.username())
                .put("display_name", login.username())
                .put("role", "student")
                .put("password", login.password());
        Api.Answer answer = admin.post("/api/accounts", account);
        if (answer.status() != CONFLICT) {
            answer.expect(CREATED);
        }
        return api.signIn(login);
    }

    private static List<SignedIn> membersOf(int room, List<SignedIn> people, CrowdSettings settings) {
        Set<SignedIn> members = new LinkedHashSet<>();
        for (int each : new int[] {room, (room + 1) % settings.rooms()}) {
            members.addAll(people.subList(each * settings.members(), (each + 1) * settings.members()));
        }
        return List.copyOf(members);
    }

    private static String room(Api teacher, List<SignedIn> people) {
        ArrayNode members = JSON.arrayNode();
        people.forEach(person -> members.add(person.id()));
        ObjectNode room = JSON.objectNode().put("title", "Faults");
        room.set("members", members);
        room.set("groups", JSON.arrayNode());
        return teacher.post("/api/rooms", room).expect(CREATED).path("id").asString();
    }

    private static List<String> roomsOf(SignedIn person, List<String> rooms, List<List<SignedIn>> members) {
        List<String> own = new ArrayList<>();
        for (int room = 0; room < rooms.size(); room++) {
            if (members.get(room).contains(person)) {
                own.add(rooms.get(room));
            }
        }
        return own;
    }
}
