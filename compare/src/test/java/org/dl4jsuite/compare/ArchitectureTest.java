package org.dl4jsuite.compare;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The two sides do not know each other; only the comparison knows both. */
class ArchitectureTest {
    private static final String SCRATCH = "org.dl4jsuite.scratch..";
    private static final String DL4J = "org.dl4jsuite.dl4j..";
    private static final String DATA = "org.dl4jsuite.data..";
    private static final String COMPARE = "org.dl4jsuite.compare..";

    private static final JavaClasses SUITE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.dl4jsuite");

    @Test
    void scratchIsWrittenFromNothing() {
        classes()
                .that()
                .resideInAPackage(SCRATCH)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(SCRATCH, "java..", "jdk.incubator.vector..")
                .check(SUITE);
    }

    @Test
    void dl4jDoesNotKnowScratch() {
        noClasses()
                .that()
                .resideInAPackage(DL4J)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SCRATCH, COMPARE)
                .check(SUITE);
    }

    @Test
    void dataKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage(DATA)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SCRATCH, DL4J, COMPARE)
                .check(SUITE);
    }

    /** From the ground up; docs/ARCHITECTURE.md says what each is for. */
    @Test
    void packagesOfCompareKnowOnlyThoseBelowThem() {
        List<String> packages = List.of(
                "model",
                "parity",
                "training",
                "interchange",
                "diagnose",
                "lessons",
                "speed",
                "sweep",
                "inside",
                "document",
                "report",
                "cli");
        for (int i = 0; i < packages.size(); i++) {
            String[] above = packages.subList(i + 1, packages.size()).stream()
                    .map(name -> "org.dl4jsuite.compare." + name + "..")
                    .toArray(String[]::new);
            ArchRule rule = noClasses()
                    .that()
                    .resideInAPackage("org.dl4jsuite.compare." + packages.get(i))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above);
            rule.check(SUITE);
        }
    }

    @Test
    void documentsDoNotKnowWhatTheyShow() {
        noClasses()
                .that()
                .resideInAPackage("org.dl4jsuite.compare.document..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.dl4jsuite.compare.report..",
                        "org.dl4jsuite.compare.cli..",
                        "org.dl4jsuite.compare.parity..",
                        "org.dl4jsuite.compare.lessons..",
                        "org.dl4jsuite.compare.speed..",
                        "org.dl4jsuite.compare.sweep..",
                        SCRATCH,
                        DL4J)
                .check(SUITE);
    }
}
