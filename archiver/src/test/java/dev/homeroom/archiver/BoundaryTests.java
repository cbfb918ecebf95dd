package dev.homeroom.archiver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which package may know which. */
@AnalyzeClasses(packages = "dev.homeroom.archiver", importOptions = ImportOption.DoNotIncludeTests.class)
class BoundaryTests {
    @ArchTest
    static final ArchRule knowsNothingOfTheEdge =
            noClasses().should().dependOnClassesThat().resideInAPackage("dev.homeroom.edge..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("dev.homeroom.archiver.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dependenciesPointOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.homeroom.archiver..")
            .layer("Tools")
            .definedBy("..sql..", "..problem..", "..paging..", "..json..", "..kafka..", "..start..", "..words..")
            .layer("Outbox")
            .definedBy("..outbox..")
            .layer("Account")
            .definedBy("..account..")
            .layer("Login")
            .definedBy("..login..")
            .layer("Group")
            .definedBy("..group..")
            .layer("Room")
            .definedBy("..room..")
            .layer("Ingest")
            .definedBy("..ingest..")
            .layer("Transcript")
            .definedBy("..transcript..")
            .layer("Export")
            .definedBy("..export..")
            .layer("Search")
            .definedBy("..search..")
            .layer("Marking")
            .definedBy("..marking..")
            .layer("Concern")
            .definedBy("..concern..")
            .layer("Participation")
            .definedBy("..participation..")
            .layer("Replay")
            .definedBy("..replay..")
            .layer("School")
            .definedBy("..school..")
            .layer("Demo")
            .definedBy("..demo..")
            .layer("Program")
            .definedBy("dev.homeroom.archiver")
            .whereLayer("Transcript")
            .mayOnlyBeAccessedByLayers("Concern", "Export", "Participation", "Demo")
            .whereLayer("Concern")
            .mayOnlyBeAccessedByLayers("Demo")
            .whereLayer("Export")
            .mayOnlyBeAccessedByLayers("Participation")
            .whereLayer("Search")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("Marking")
            .mayOnlyBeAccessedByLayers("Demo")
            .whereLayer("Participation")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("School")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("Demo")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("Replay")
            .mayOnlyBeAccessedByLayers("Program")
            .whereLayer("Login")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("Ingest")
            .mayOnlyBeAccessedByLayers("Transcript", "Export", "Search", "Concern", "Replay")
            .whereLayer("Room")
            .mayOnlyBeAccessedByLayers(
                    "Ingest", "Transcript", "Export", "Search", "Marking", "Concern", "Participation", "Demo")
            .whereLayer("Group")
            .mayOnlyBeAccessedByLayers("Room", "Transcript", "Participation", "Demo")
            .whereLayer("Outbox")
            .mayOnlyBeAccessedByLayers("Login", "Room", "Transcript", "Demo");

    @ArchTest
    static final ArchRule webPartsStayInTheirPackage =
            classes().that().haveSimpleNameEndingWith("Controller").should().bePackagePrivate();
}
