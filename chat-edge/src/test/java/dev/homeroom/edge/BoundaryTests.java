package dev.homeroom.edge;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.homeroom.edge", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTests {
    private static final String ENGINE_IO = "dev.homeroom.edge.engineio..";
    private static final String SOCKET_IO = "dev.homeroom.edge.socketio..";

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("dev.homeroom.edge.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule engineIoKnowsNothingElseOfHomeroom = noClasses()
            .that()
            .resideInAPackage(ENGINE_IO)
            .should()
            .dependOnClassesThat(resideInAPackage("dev.homeroom..").and(not(resideInAPackage(ENGINE_IO))));

    @ArchTest
    static final ArchRule socketIoKnowsEngineIoAlone = noClasses()
            .that()
            .resideInAPackage(SOCKET_IO)
            .should()
            .dependOnClassesThat(resideInAPackage("dev.homeroom..").and(not(resideInAnyPackage(ENGINE_IO, SOCKET_IO))));

    @ArchTest
    static final ArchRule protocolsNeedNeitherSpringNorKafka = noClasses()
            .that()
            .resideInAnyPackage(ENGINE_IO, SOCKET_IO)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..");

    @ArchTest
    static final ArchRule edgeKnowsNoDatabaseAndNoArchiver = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "dev.homeroom.archiver..");
}
