package dev.homeroom.edge.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RequestReaderTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ROOM = "019a0000-0000-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    enter_room   | {}                                   | bad_request
                    enter_room   | {"room":7}                           | bad_request
                    enter_room   | {"room":"7b"}                        | unknown_room
                    enter_room   | {"room":"../../etc/passwd"}          | unknown_room
                    enter_room   | {"room":"ROOM","cursor":"7"}         | bad_request
                    enter_room   | {"room":"ROOM","colour":"red"}       | bad_request
                    enter_room   | "ROOM"                               | bad_request
                    enter_room   | null                                 | bad_request
                    leave_room   | {"room":"1-1-1-1-1"}                 | unknown_room
                    send_message | {"room":"ROOM"}                      | bad_request
                    send_message | {"room":"ROOM","message":["hi"]}     | bad_request
                    send_message | {"room":"ROOM","message":"hi","id":1}  | bad_request
                    send_message | {"room":"ROOM","message":"hi","id":"x"}| bad_request
                    join         | {"username":"amy"}                   | bad_request
                    message      | {"room":"7b"}                        | bad_request
                    applaud      | {}                                   | bad_request
                    """)
    void refusesWhatItDoesNotUnderstand(String event, String argument, String code) {
        assertThat(RequestReader.read(event, List.of(json(argument.replace("ROOM", ROOM)))))
                .isInstanceOfSatisfying(
                        Request.Bad.class,
                        bad -> assertThat(bad.refusal().error().code()).isEqualTo(code));
    }

    @Test
    void refusesMissingAndSuperfluousArguments() {
        assertThat(RequestReader.read("enter_room", List.of())).isInstanceOf(Request.Bad.class);
        JsonNode room = json("{\"room\":\"" + ROOM + "\"}");
        assertThat(RequestReader.read("enter_room", List.of(room, room))).isInstanceOf(Request.Bad.class);
    }

    @Test
    void namesTheFieldThatIsDocumentedWhereTheTextIsMissing() {
        assertThat(read("send_message", "{\"room\":\"ROOM\"}"))
                .isEqualTo(new Request.Bad(ChatError.BAD_REQUEST.because("The field message is missing.")));
    }

    @Test
    void takesTheTextUnderBothOfItsNames() {
        assertThat(read("send_message", "{\"room\":\"ROOM\",\"message\":\"hi\"}"))
                .isEqualTo(read("send_message", "{\"room\":\"ROOM\",\"userInput\":\"hi\"}"));
    }

    @Test
    void passesOverUnknownFieldsOfPlainPages() {
        assertThat(read("join", "{\"room\":\"7b\",\"username\":\"amy\",\"colour\":\"red\"}"))
                .isEqualTo(new Request.Join("7b", "amy"));
    }

    private static Request read(String event, String argument) {
        return RequestReader.read(event, List.of(json(argument.replace("ROOM", ROOM))));
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
