package io.timbre.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the design: what may know of what. */
@AnalyzeClasses(packages = "io.timbre", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] LIBRARIES = {
        "io.timbre.schemas..", "io.timbre.signal..", "io.timbre.networks..", "io.timbre.embedded.."
    };
    private static final String[] SERVICES = {
        "io.timbre.ingest..",
        "io.timbre.features..",
        "io.timbre.inference..",
        "io.timbre.explain..",
        "io.timbre.trainer.."
    };
    private static final String[] WIRING = {"io.quarkus..", "jakarta..", "io.smallrye..", "org.eclipse.microprofile.."};

    @ArchTest
    static final ArchRule librariesKnowNothingOfEachOther =
            slices().assignedFrom(new FirstFolder(LIBRARIES)).should().notDependOnEachOther();

    @ArchTest
    static final ArchRule noServiceDependsOnAnother =
            slices().assignedFrom(new FirstFolder(SERVICES)).should().notDependOnEachOther();

    @ArchTest
    static final ArchRule librariesDependOnNoService = noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SERVICES);

    @ArchTest
    static final ArchRule librariesAndTheCommandLineHoldNoWiring = noClasses()
            .that()
            .resideInAnyPackage(LIBRARIES)
            .or()
            .resideInAPackage("io.timbre.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WIRING);

    @ArchTest
    static final ArchRule signalAndNetworksKnowNothingOfKafka = noClasses()
            .that()
            .resideInAnyPackage("io.timbre.signal..", "io.timbre.networks..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..");

    @ArchTest
    static final ArchRule theRoomsOfSignalFormNoCircle =
            slices().matching("io.timbre.signal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRoomsOfNetworksFormNoCircle =
            slices().matching("io.timbre.networks.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRoomsOfTheTrainerFormNoCircle =
            slices().matching("io.timbre.trainer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theRoomsOfExplainFormNoCircle =
            slices().matching("io.timbre.explain.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule explanationsKnowNothingOfTheServiceThatGivesThem = noClasses()
            .that()
            .resideInAPackage("io.timbre.explain.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.timbre.explain");

    @ArchTest
    static final ArchRule whatIsBeneathTheFrontEndsKnowsNothingOfThem = noClasses()
            .that()
            .resideInAPackage("io.timbre.signal..")
            .and()
            .resideOutsideOfPackage("io.timbre.signal.frontend..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.timbre.signal.frontend..");

    @ArchTest
    static final ArchRule topologiesHoldNoFramework = noClasses()
            .that()
            .haveSimpleNameEndingWith("Topology")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WIRING);

    @ArchTest
    static final ArchRule theCommandLineUsesOnlyTheDomainOfServices = classes()
            .that()
            .haveSimpleNameEndingWith("Service")
            .or()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Config")
            .and()
            .resideInAnyPackage(SERVICES)
            .should()
            .onlyBeAccessed()
            .byAnyPackage(SERVICES);
}
