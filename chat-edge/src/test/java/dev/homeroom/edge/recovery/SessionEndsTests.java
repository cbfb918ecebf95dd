package dev.homeroom.edge.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.log.LogEnds.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

class SessionEndsTests {
    private record Question(int partition, CompletableFuture<Span> answer) {}

    private final List<Question> questions = new ArrayList<>();
    private final SessionEnds ends = new SessionEnds(partition -> {
        questions.add(new Question(partition, new CompletableFuture<>()));
        return questions.getLast().answer();
    });

    @Test
    void aPartitionThatDoesNotAnswerKeepsNobodyElseWaiting() {
        CompletableFuture<Span> slow = ends.of(1);
        CompletableFuture<Span> quick = ends.of(2);
        questions.getLast().answer().complete(new Span(0, 7));
        assertThat(quick).isCompletedWithValue(new Span(0, 7));
        assertThat(slow).isNotDone();
        questions.getFirst().answer().completeExceptionally(new KafkaException("away"));
        assertThat(slow).isCompletedExceptionally();
    }

    @Test
    void whoAsksWhileAQuestionIsUnderWayIsAnsweredByTheNext() {
        CompletableFuture<Span> first = ends.of(1);
        CompletableFuture<Span> second = ends.of(1);
        CompletableFuture<Span> third = ends.of(1);
        assertThat(questions).hasSize(1);
        questions.getFirst().answer().complete(new Span(0, 7));
        assertThat(first).isCompletedWithValue(new Span(0, 7));
        assertThat(second).isNotDone();
        assertThat(questions).hasSize(2);
        questions.getLast().answer().complete(new Span(0, 8));
        assertThat(second).isCompletedWithValue(new Span(0, 8));
        assertThat(third).isCompletedWithValue(new Span(0, 8));
    }

    @Test
    void asksAgainAfterAFailure() {
        CompletableFuture<Span> first = ends.of(1);
        CompletableFuture<Span> second = ends.of(1);
        questions.getFirst().answer().completeExceptionally(new KafkaException("away"));
        questions.getLast().answer().complete(new Span(3, 8));
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue(new Span(3, 8));
    }
}
