package dev.homeroom.bench.school;

import dev.homeroom.bench.school.Api.Answer;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the accounts and rooms of a {@link School}. Accounts of an earlier run are used again; rooms are always new. */
public final class Founder {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PASSWORD = "no secret at all";
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int OK = 200;

    private final Api api;
    private final List<URI> edges;
    private final Login admin;
    private final Login teacher;

    /**
     * @param api where the HTTP API is
     * @param edges that people connect to
     */
    public Founder(URI api, List<URI> edges, Login admin, Login teacher) {
        this.api = Api.at(api);
        this.edges = List.copyOf(edges);
        this.admin = admin;
        this.teacher = teacher;
    }

    /** @throws SchoolException if the server refuses, or is not there */
    public School found(int rooms, int members) {
        Api asTeacher = api.as(signIn(teacher).token());
        List<Person> people = people(members);
        List<String> made = IntStream.range(0, rooms)
                .mapToObj(room -> makeRoom(asTeacher, "Bench " + (room + 1), people))
                .toList();
        return new School(edges.stream().map(School::address).toList(), asTeacher, people, made);
    }

    private List<Person> people(int members) {
        Api asAdmin = api.as(signIn(admin).token());
        return IntStream.range(0, members)
                .mapToObj(member -> new Login("bench-" + (member + 1), PASSWORD))
                .peek(login -> makeAccount(asAdmin, login))
                .map(this::signIn)
                .toList();
    }

    private static void makeAccount(Api asAdmin, Login login) {
        ObjectNode account = JSON.objectNode()
                .put("username", login.username())
                .put("display_name", login.username())
                .put("role", "student")
                .put("password", login.password());
        Answer answer = asAdmin.post("/api/accounts", account);
        if (answer.status() != CONFLICT) {
            answer.expect(CREATED);
        }
    }

    private Person signIn(Login login) {
        ObjectNode body = JSON.objectNode().put("username", login.username()).put("password", login.password());
        JsonNode answer = api.post("/api/login", body).expect(OK);
        return new Person(
                answer.path("account").path("id").asString(),
                answer.path("token").asString());
    }

    private static String makeRoom(Api asTeacher, String title, List<Person> people) {
        ArrayNode members = JSON.arrayNode();
        people.forEach(person -> members.add(person.id()));
        ObjectNode room = JSON.objectNode().put("title", title);
        room.set("members", members);
        room.set("groups", JSON.arrayNode());
        return asTeacher.post("/api/rooms", room).expect(CREATED).path("id").asString();
    }
}
