package dev.homeroom.archiver.export;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.transcript.FilterParameters;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/rooms/{id}/transcript.csv} and its like: the transcript of a room as a file, at once. */
@RestController
@RequestMapping("/api/rooms/{id}")
class TranscriptFileController {
    private final Orders orders;
    private final Exporter exporter;
    private final DownloadSlots slots;
    private final DownloadSettings settings;

    TranscriptFileController(Orders orders, Exporter exporter, DownloadSlots slots, DownloadSettings settings) {
        this.orders = orders;
        this.exporter = exporter;
        this.slots = slots;
        this.settings = settings;
    }

    /** @param bom whether the file begins with U+FEFF, without which Excel takes Chinese for something else */
    @GetMapping(path = "/transcript.csv", produces = "text/csv")
    void csv(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @ParameterObject @Valid @ModelAttribute FilterParameters filter,
            @ParameterObject @Valid @ModelAttribute LayoutParameters layout,
            @Parameter(description = "Whether the file begins with a byte order mark, which Excel needs.")
                    @RequestParam(defaultValue = "true")
                    boolean bom,
            HttpServletResponse response) {
        send(orders.of(caller, id, filter, layout.layout(Format.CSV, bom)), response);
    }

    /** The format is the end of the address. */
    @GetMapping(
            path = {"/transcript.json", "/transcript.html", "/transcript.pdf"},
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE, MediaType.APPLICATION_PDF_VALUE})
    void other(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @ParameterObject @Valid @ModelAttribute FilterParameters filter,
            @ParameterObject @Valid @ModelAttribute LayoutParameters layout,
            HttpServletRequest request,
            HttpServletResponse response) {
        String path = request.getRequestURI();
        Format format = Format.of(path.substring(path.lastIndexOf('.') + 1));
        send(orders.of(caller, id, filter, layout.layout(format, false)), response);
    }

    private void send(Order order, HttpServletResponse response) {
        slots.during(order.caller().id(), () -> {
            refuseLongPdf(order);
            Names names = exporter.names(order);
            Download.send(
                    response,
                    order.layout().format().mediaType(),
                    exporter.fileName(order, names),
                    out -> exporter.write(order, names, out, _ -> {}));
        });
    }

    private void refuseLongPdf(Order order) {
        if (order.layout().format() == Format.PDF && exporter.isLongerThan(order, settings.maxPdfEntries())) {
            throw ProblemException.conflict(
                    "too-long-for-download",
                    "A PDF of more than " + settings.maxPdfEntries()
                            + " entries is made in the background: POST /api/exports.");
        }
    }
}
