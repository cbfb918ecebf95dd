package dev.homeroom.bench.report;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.measure.Percentiles;
import dev.homeroom.bench.report.Outcome.Deliveries;
import dev.homeroom.bench.report.Outcome.Generator;
import dev.homeroom.bench.report.Outcome.Messages;
import dev.homeroom.bench.report.Outcome.Server;
import dev.homeroom.bench.report.Outcome.Transcript;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An outcome for people to read. */
public final class Table {
    private final Formatter table = new Formatter(Locale.ROOT);

    private Table() {}

    public static String of(Outcome outcome) {
        Table table = new Table();
        table.outcome(outcome);
        table.verdict(outcome.isGood());
        return table.table.toString();
    }

    public static String of(SlowReadersOutcome outcome) {
        Table table = new Table();
        table.outcome(outcome.others());
        SlowReadersRows.add(table.table, outcome);
        table.verdict(outcome.isGood());
        return table.table.toString();
    }

    private void outcome(Outcome outcome) {
        row("scene").format("%s, %s%n", outcome.scene(), outcome.settings());
        messages(outcome.messages());
        deliveries(outcome.deliveries());
        generator(outcome.generator());
        server(outcome.server());
        transcript(outcome.transcript());
    }

    private void verdict(boolean isGood) {
        row("verdict").format("%s%n", isGood ? "good" : "NOT GOOD");
    }

    private void messages(Messages messages) {
        row("messages sent").format("%,d%n", messages.sent());
        row("  acked").format("%,d%n", messages.acked());
        row("  refused").format("%s%n", counts(messages.refused()));
        row("  unanswered").format("%,d%n", messages.unanswered());
        percentiles("  ack latency", messages.ackMs());
    }

    private void deliveries(Deliveries deliveries) {
        row("deliveries").format("%,d%n", deliveries.count());
        row("  a second").format("%,.0f%s%n", deliveries.perSecond(), deliveries.isBehind() ? ", FELL BEHIND" : "");
        percentiles("  latency", deliveries.latencyMs());
        findings("  checked", deliveries.findings());
        row("  not ours").format("%,d%n", deliveries.strange());
        row("  dropped connections").format("%s%n", counts(deliveries.drops()));
    }

    private void generator(Generator generator) {
        row("load generator")
                .format(
                        "%.2f processors, its busiest thread %.0f %%%s%n",
                        generator.processors(),
                        100 * generator.busiestLoop(),
                        generator.isSuspect() ? ", MAY BE THE LIMIT" : "");
        percentiles("  sent late", generator.sentLateMs());
    }

    private void server(List<Server> processes) {
        row("server CPU").format("%s%n", processes.isEmpty() ? "not measured (see --pids)" : "");
        processes.forEach(process ->
                server(process.name() + " " + process.pid(), process.cpuSeconds(), process.microsPerDelivery()));
        if (processes.size() > 1) {
            server(
                    "all",
                    processes.stream().mapToDouble(Server::cpuSeconds).sum(),
                    processes.stream().mapToDouble(Server::microsPerDelivery).sum());
        }
    }

    private void server(String name, double cpuSeconds, double microsPerDelivery) {
        row("  " + name).format("%8.2f s %8.2f µs a delivery%n", cpuSeconds, microsPerDelivery);
    }

    private void transcript(@Nullable Transcript transcript) {
        if (transcript != null) {
            Double after = transcript.completeAfterMs();
            if (after == null) {
                row("transcripts complete").format("NOT WITHIN A MINUTE%n");
            } else {
                row("transcripts complete").format("%,.0f ms after the last message%n", after);
            }
            findings("  checked", transcript.findings());
        }
    }

    private void percentiles(String name, Percentiles ms) {
        row(name)
                .format(
                        "p50 %.1f   p90 %.1f   p99 %.1f   p99.9 %.1f   max %.1f ms%n",
                        ms.p50(), ms.p90(), ms.p99(), ms.p999(), ms.max());
    }

    private void findings(String name, Findings findings) {
        row(name)
                .format(
                        "%,d lost, %,d doubled, %,d out of order%n",
                        findings.lost(), findings.doubled(), findings.outOfOrder());
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.isEmpty() ? "0" : counts.toString();
    }

    private Formatter row(String name) {
        return table.format("%-24s", name);
    }
}
