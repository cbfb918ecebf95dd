package dev.homeroom.archiver;

import dev.homeroom.archiver.replay.ReplayDeadLetters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.PropertySource;

/**
 * The archiver as a program, and as a part of a larger one.
 *
 * <p>Beans carry the names of their classes in full, so that another part in the same context can have a class of the
 * same name.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@PropertySource("classpath:archiver.properties")
public class ArchiverApplication {
    private static final int WRONG_OPTIONS = 2;

    /** Runs an archiver, or the command that is named among the arguments. */
    public static void main(String[] args) {
        Optional<String> command =
                Stream.of(args).filter(argument -> !argument.startsWith("-")).findFirst();
        if (command.isEmpty()) {
            serve(args);
        } else {
            System.exit(run(command.get(), args));
        }
    }

    private static void serve(String[] args) {
        new SpringApplicationBuilder(ArchiverApplication.class)
                .properties(
                        "logging.level.org.apache.kafka=warn",
                        // That the API's description can be read is wanted, and a request that is refused is no news.
                        "logging.level.org.springdoc.core.events.SpringDocAppInitializer=error",
                        "logging.level.org.springframework.web.servlet.PageNotFound=error")
                .run(args);
    }

    private static int run(String command, String[] args) {
        if (!command.equals(ReplayDeadLetters.NAME)) {
            System.err.println("archiver: there is no command " + command + ", but " + ReplayDeadLetters.NAME);
            return WRONG_OPTIONS;
        }
        List<String> rest =
                Stream.of(args).filter(argument -> !argument.equals(command)).toList();
        return ReplayDeadLetters.run(rest, System.out, System.err);
    }
}
