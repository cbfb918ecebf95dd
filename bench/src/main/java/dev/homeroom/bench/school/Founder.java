package dev.homeroom.bench.school;

import dev.homeroom.api.Api;
import dev.homeroom.api.Api.Answer;
import dev.homeroom.api.Login;
import dev.homeroom.api.SignedIn;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the accounts and rooms of a {@link School}. Accounts of an earlier run are used again; rooms are always new. */
public final class Founder {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PASSWORD = "no secret at all";
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

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

    /** @throws dev.homeroom.api.ApiException if the server refuses, or is not there */
    public School found(int rooms, int members) {
        Api asTeacher = api.as(api.signIn(teacher).token());
        List<SignedIn> people = people(members);
        List<String> made = IntStream.range(0, rooms)
                .mapToObj(room -> makeRoom(asTeacher, "Bench " + (room + 1), people))
                .toList();
        return new School(edges.stream().map(School::address).toList(), asTeacher, people, made);
    }

    private List<SignedIn> people(int members) {
        Api asAdmin = api.as(api.signIn(admin).token());
        return IntStream.range(0, members)
                .mapToObj(member -> new Login("bench-" + (member + 1), PASSWORD))
                .peek(login -> makeAccount(asAdmin, login))
                .map(api::signIn)
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

    private static String makeRoom(Api asTeacher, String title, List<SignedIn> people) {
        ArrayNode members = JSON.arrayNode();
        people.forEach(person -> members.add(person.id()));
        ObjectNode room = JSON.objectNode().put("title", title);
        room.set("members", members);
        room.set("groups", JSON.arrayNode());
        return asTeacher.post("/api/rooms", room).expect(CREATED).path("id").asString();
    }
}
