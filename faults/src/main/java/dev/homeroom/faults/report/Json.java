package dev.homeroom.faults.report;

import dev.homeroom.faults.Verdict;
import dev.homeroom.faults.check.Count;
import dev.homeroom.faults.check.Tally;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A verdict for programs to read. */
public final class Json {
    private static final JsonMapper JSON = new JsonMapper();

    private Json() {}

    /** @param seed that the run followed from */
    public static String of(long seed, Verdict verdict) {
        ObjectNode json = JSON.createObjectNode().put("seed", seed);
        json.put("promises_kept", verdict.findings().isClean());
        ObjectNode done = json.putObject("done");
        verdict.done().forEach((mischief, times) -> done.put(mischief.name().toLowerCase(Locale.ROOT), times));
        write(json.putObject("happened"), verdict.tally());
        ObjectNode counts = json.putObject("counts");
        ObjectNode examples = json.putObject("examples");
        for (Count count : Count.values()) {
            if (!verdict.judged().contains(count)) {
                continue;
            }
            String name = count.name().toLowerCase(Locale.ROOT);
            counts.put(name, verdict.findings().of(count));
            ArrayNode few = examples.putArray(name);
            verdict.findings().examples(count).forEach(few::add);
        }
        return json.toPrettyString();
    }

    private static void write(ObjectNode json, Tally tally) {
        json.put("connections_broken_by_clients", tally.suffered())
                .put("connections_lost", tally.disconnects())
                .put("sessions_recovered", tally.recovered())
                .put("sessions_begun_afresh", tally.afresh())
                .put("messages_written", tally.written())
                .put("messages_acknowledged", tally.acked())
                .put("messages_shown", tally.deliveries());
    }
}
