package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.paging.PageMark;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was released to somebody: theirs also when they have left the room. */
@Component
class MyFeedback {
    private final ReceivedRows rows;
    private final AnswerRows answers;

    MyFeedback(ReceivedRows rows, AnswerRows answers) {
        this.rows = rows;
        this.answers = answers;
    }

    Page<Received> list(Caller caller, @Nullable String after, int limit) {
        String mark = PageMark.decode(after);
        List<Received> found = rows.list(caller.id(), mark == null ? null : ReceivedMark.parse(mark), limit + 1);
        return Page.of(withAnswers(found), limit, each -> new ReceivedMark(each.releasedAt(), each.id()).text());
    }

    List<Received> in(RoomId room, Caller caller) {
        return withAnswers(rows.in(room, caller.id()));
    }

    Optional<Received> find(Caller caller, UUID id) {
        return rows.find(caller.id(), id);
    }

    private List<Received> withAnswers(List<Received> found) {
        Map<UUID, List<Answer>> those =
                answers.of(found.stream().map(Received::id).toList());
        return found.stream()
                .map(each -> each.with(those.getOrDefault(each.id(), List.of())))
                .toList();
    }
}
