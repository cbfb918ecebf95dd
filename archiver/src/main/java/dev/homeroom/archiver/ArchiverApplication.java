package dev.homeroom.archiver;

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
    public static void main(String[] args) {
        new SpringApplicationBuilder(ArchiverApplication.class)
                .properties("logging.level.org.apache.kafka=warn")
                .run(args);
    }
}
