package dev.homeroom.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewTests {
    private static final String TOPIC = "a0000000";
    private static final int WORDS = Digest.of("amy", "hello");

    private final RoomLog log = new RoomLog();
    private final Findings findings = new Findings();
    private final View view = new View("client 1", log, findings);

    ViewTests() {
        posted(TOPIC, 3, 5, 8, 13);
    }

    private void posted(String topic, int... offsets) {
        Arrays.stream(offsets)
                .forEach(offset -> log.add(
                        new RoomLog.Entry(new Spot(topic, 0, offset), RoomLog.Kind.MESSAGE, id(topic, offset), WORDS)));
    }

    private static String id(String topic, int offset) {
        return topic + ":" + offset;
    }

    private void shows(int... offsets) {
        Arrays.stream(offsets).forEach(offset -> view.message(at(offset), id(TOPIC, offset), WORDS));
    }

    private static Spot at(int offset) {
        return new Spot(TOPIC, 0, offset);
    }

    private Set<Count> found() {
        Set<Count> found = EnumSet.noneOf(Count.class);
        Arrays.stream(Count.values()).filter(count -> findings.of(count) > 0).forEach(found::add);
        return found;
    }

    @Test
    void findsNothingWhereAllIsShownInOrder() {
        view.entered(at(4), false, List.of("amy"));
        shows(5, 8, 13);
        view.end(Set.of("amy"));

        assertThat(found()).isEmpty();
    }

    @Test
    void asksForNothingFromBeforeTheEntering() {
        view.entered(at(8), false, List.of());
        view.end(Set.of());

        assertThat(findings.of(Count.NOT_DELIVERED)).isEqualTo(1);
        assertThat(found()).containsExactly(Count.NOT_DELIVERED);
    }

    @Test
    void findsGap() {
        view.entered(at(2), false, List.of());
        shows(3, 13);

        assertThat(findings.of(Count.SILENT_GAPS)).isEqualTo(2);
    }

    @Test
    void findsGapBeforeTheFirstMessage() {
        view.entered(at(2), false, List.of());
        shows(5);

        assertThat(findings.of(Count.SILENT_GAPS)).isEqualTo(1);
    }

    @Test
    void findsGapWhereSomebodyIsSaidToHaveCaughtUp() {
        view.entered(at(4), false, List.of());
        shows(5);
        view.entered(at(10), true, List.of());
        view.caughtUp(at(8));

        assertThat(findings.of(Count.SILENT_GAPS)).isEqualTo(1);
    }

    @Test
    void findsMessageThatIsShownTwiceAlsoAfterResuming() {
        view.entered(at(2), false, List.of());
        shows(3, 5);
        view.entered(at(13), true, List.of());
        shows(5);

        assertThat(found()).containsExactly(Count.SHOWN_TWICE);
    }

    @Test
    void asksForNothingThatCameWhileTheAnswerToEnteringAfreshWasLost() {
        view.entered(at(2), false, List.of());
        shows(3);
        view.asksAfresh();
        shows(8, 13);
        view.entered(at(13), true, List.of());
        view.end(Set.of());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsGapBehindTheFirstMessageAfterALostAnswer() {
        view.entered(at(2), false, List.of());
        view.asksAfresh();
        shows(3, 8);

        assertThat(findings.of(Count.SILENT_GAPS)).isEqualTo(1);
    }

    @Test
    void findsGapOfAClientThatAskedToEnterAfreshAndWasRefused() {
        view.entered(at(2), false, List.of());
        shows(3);
        view.asksAfresh();
        shows(8);
        assertThat(found()).isEmpty();
        view.refused();

        assertThat(found()).containsExactly(Count.SILENT_GAPS);
    }

    @Test
    void findsMessageThatARefusedClientIsShownAgain() {
        view.entered(at(2), false, List.of());
        shows(3);
        view.asksAfresh();
        view.refused();
        shows(3);

        assertThat(found()).containsExactly(Count.SHOWN_TWICE);
    }

    @Test
    void letsClientThatBeginsAfreshSeeMessageAgain() {
        view.entered(at(2), false, List.of());
        shows(3, 5);
        view.entered(at(2), false, List.of());
        shows(3, 5, 8, 13);
        view.end(Set.of());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsWrongOrderAndDoesNotTakeItForGapOnly() {
        view.entered(at(2), false, List.of());
        shows(3, 8, 5);

        assertThat(found()).containsExactlyInAnyOrder(Count.SILENT_GAPS, Count.SHOWN_OUT_OF_ORDER);
    }

    @Test
    void findsMessageThatIsNotOnTheLog() {
        view.entered(at(2), false, List.of());
        view.message(at(4), "somewhere else", WORDS);

        assertThat(found()).containsExactly(Count.SHOWN_BUT_NOT_KEPT);
    }

    @Test
    void findsWhoIsSilentlyTakenIntoAnotherLog() {
        posted("b0000000", 0, 1);
        view.entered(at(4), false, List.of());
        shows(5, 8, 13);
        view.entered(new Spot("b0000000", 0, 1), true, List.of());
        view.message(new Spot("b0000000", 0, 1), id("b0000000", 1), WORDS);

        assertThat(found()).containsExactly(Count.SILENT_GAPS);
    }

    @Test
    void followsWhoBeginsAfreshInAnotherLog() {
        posted("b0000000", 0, 1);
        view.entered(at(4), false, List.of());
        shows(5);
        view.entered(new Spot("b0000000", 0, 0), false, List.of());
        view.message(new Spot("b0000000", 0, 1), id("b0000000", 1), WORDS);
        view.end(Set.of());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsWrongListsOfWhoIsPresent() {
        view.entered(at(13), false, List.of("amy"));
        view.people(List.of("amy", "ben"));
        view.end(Set.of("amy", "chen"));

        assertThat(found()).containsExactly(Count.PRESENT_WRONGLY);
        assertThat(findings.examples(Count.PRESENT_WRONGLY)).containsExactly("client 1: shows [ben] and lacks [chen]");
    }

    @Test
    void countsMessageThatStandsTwiceInTheLogWhereItStandsFirst() {
        log.add(new RoomLog.Entry(at(20), RoomLog.Kind.MESSAGE, id(TOPIC, 5), WORDS));
        view.entered(at(4), false, List.of());
        shows(5, 8, 13);
        view.end(Set.of());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsOtherWordsAndOtherPlaces() {
        view.entered(at(2), false, List.of());
        view.message(at(3), id(TOPIC, 3), Digest.of("amy", "hallo"));
        view.message(at(4), id(TOPIC, 5), WORDS);

        assertThat(findings.of(Count.SHOWN_FALSELY)).isEqualTo(2);
    }

    @Test
    void acceptsThePlaceOfEachOfSeveralCopies() {
        log.add(new RoomLog.Entry(at(20), RoomLog.Kind.MESSAGE, id(TOPIC, 3), WORDS));
        view.entered(at(14), false, List.of());
        view.message(at(20), id(TOPIC, 3), WORDS);

        assertThat(found()).isEmpty();
    }

    @Test
    void findsWhoeverCouldHaveResumed() {
        view.entered(at(2), false, List.of());
        shows(3, 5);
        view.asksToResume(at(5));
        view.entered(at(9), false, List.of());

        assertThat(found()).containsExactly(Count.NOT_RESUMED);
    }

    @Test
    void asksForNoResumingInAnotherTopic() {
        view.asksToResume(at(5));
        view.entered(new Spot("b0000000", 0, 9), false, List.of());

        assertThat(found()).isEmpty();
    }

    @Test
    void findsOneMessageUnderTwoIds() {
        log.add(new RoomLog.Entry(at(20), RoomLog.Kind.MESSAGE, "x", WORDS), Optional.of("amy 1"));
        log.add(new RoomLog.Entry(at(21), RoomLog.Kind.MESSAGE, "x", WORDS), Optional.of("amy 1"));
        assertThat(log.doubles()).isEmpty();

        log.add(new RoomLog.Entry(at(22), RoomLog.Kind.MESSAGE, "y", WORDS), Optional.of("amy 1"));
        assertThat(log.doubles()).hasSize(1);
    }

    @Test
    void goesOnFromTheCopyThatWasShownAndNotFromTheFirst() {
        log.add(new RoomLog.Entry(at(20), RoomLog.Kind.MESSAGE, id(TOPIC, 3), WORDS));
        posted(TOPIC, 25);
        view.entered(at(14), false, List.of());
        view.message(at(20), id(TOPIC, 3), WORDS);
        shows(25);
        view.end(Set.of());

        assertThat(found()).isEmpty();
    }

    @Test
    void knowsWhatStandsElsewhere() {
        assertThat(log.hasElsewhere(id(TOPIC, 5), at(5))).isFalse();
        assertThat(log.hasElsewhere(id(TOPIC, 5), at(6))).isTrue();
        assertThat(log.hasElsewhere(id(TOPIC, 5), new Spot("b0000000", 0, 5))).isFalse();
    }
}
