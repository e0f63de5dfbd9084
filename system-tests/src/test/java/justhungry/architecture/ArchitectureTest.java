package justhungry.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.ServerSocket;
import java.rmi.registry.LocateRegistry;
import java.rmi.server.UnicastRemoteObject;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Which part of the project may use which, and what the parts that decide must not touch. */
@AnalyzeClasses(
        packages = "justhungry",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestHelpers.class})
class ArchitectureTest {
    /** Leaves the modules out that only tests use. */
    static final class NoTestHelpers implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-support/") && !location.contains("/test-fixtures/");
        }
    }

    /** The parts that decide: the same events always give the same effects. */
    private static final String[] PURE = {
        "justhungry.backend.ordering..", "justhungry.backend.replication..", "justhungry.frontend.routing.."
    };

    @ArchTest
    static final ArchRule THE_API_USES_THE_JDK_ONLY = noClasses()
            .that()
            .resideInAPackage("justhungry.api..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages("java..", "org.jspecify..", "justhungry.api.."));

    /** docs/architecture.md has the same table, with the reasons. Libraries are Maven's affair. */
    @ArchTest
    static final ArchRule PACKAGES_USE_WHAT_THEY_MAY = classes().should(PackageTable.of("""
            api:
            api.process:
            api.rmi: api api.process
            backend.ordering: api
            backend.replication: api
            backend.server: api api.process api.rmi backend.ordering backend.replication backend.storage
            backend.storage: api api.process backend.ordering backend.replication
            benchmarks: api api.process api.rmi backend.ordering backend.replication backend.storage benchmarks.bare cluster.local cluster.status
            benchmarks.bare:
            cli: api.rmi cli.command
            cli.command: api api.process api.rmi cli.console cli.replay.report cli.request cli.script cli.terminal cli.text cli.verification
            cli.console: cli.text
            cli.replay: api cli.request cli.script cli.script.source
            cli.replay.report: api cli.replay cli.request cli.script
            cli.replay.timeline: cli.replay
            cli.request: api api.process api.rmi
            cli.script: api cli.script.source
            cli.script.source: cli.text
            cli.terminal: api api.process cli.console cli.request cli.text
            cli.text: api
            cli.verification: api cli.text
            cluster: api api.process api.rmi cli.command cli.console cli.replay cli.replay.report cli.replay.timeline cli.request cli.script cli.script.source cli.terminal cli.text cli.verification cluster.local cluster.status
            cluster.local: api api.process cli.text
            cluster.status: api api.rmi cli.text cluster.local
            frontend.postcodes: api
            frontend.routing: api
            frontend.server: api api.process api.rmi frontend.postcodes frontend.routing
            nameserver: api api.process api.rmi
            """));

    @ArchTest
    static final ArchRule WHAT_DECIDES_HAS_NO_IO = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.rmi..", "java.net..", "java.nio.file..", "java.util.logging.."))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(System.Logger.class);

    @ArchTest
    static final ArchRule WHAT_DECIDES_HAS_NO_THREADS = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat(resideInAPackage("java.util.concurrent.."));

    @ArchTest
    static final ArchRule WHAT_DECIDES_HAS_NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .accessTargetWhere(target("a clock", ArchitectureTest::isClock));

    /** The time of day jumps, forwards and backwards. What may go by it all the same is named here: a process is known by when it began. */
    @ArchTest
    static final ArchRule NOTHING_GOES_BY_THE_TIME_OF_DAY = noClasses()
            .that()
            .doNotHaveSimpleName("ProcessIdentity")
            .should()
            .accessTargetWhere(target("the time of day", ArchitectureTest::isTimeOfDay))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Date.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Calendar.class);

    @ArchTest
    static final ArchRule WHAT_DECIDES_HAS_NO_CHANCE = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    /** It listens with the capped sockets. */
    @ArchTest
    static final ArchRule OBJECTS_ARE_EXPORTED_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("justhungry.api.rmi.Exported")
            .should()
            .accessTargetWhere(target(
                    "an export", exported -> isMethod(exported, UnicastRemoteObject.class, "exportObject|<init>")));

    /** The same. */
    @ArchTest
    static final ArchRule THE_REGISTRY_IS_MADE_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("justhungry.nameserver.NameServer")
            .should()
            .accessTargetWhere(target("a registry", made -> isMethod(made, LocateRegistry.class, "createRegistry")));

    @ArchTest
    static final ArchRule EVERY_SERVER_SOCKET_IS_CAPPED = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("justhungry.api.rmi.CappedServerSockets$CappedServerSocket")
            .should()
            .accessTargetWhere(target("a server socket", socket -> isMethod(socket, ServerSocket.class, "<init>")));

    @ArchTest
    static final ArchRule ONLY_SERVERS_HAVE_SYNCHRONIZED_METHODS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(PURE)
            .or()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("justhungry.backend.storage..", "justhungry.cli..", "justhungry.cluster..")
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static final ArchRule ONLY_SERVERS_HAVE_VOLATILE_FIELDS = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(PURE)
            .or()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("justhungry.backend.storage..", "justhungry.cli..", "justhungry.cluster..")
            .should()
            .haveModifier(JavaModifier.VOLATILE);

    private static boolean isClock(AccessTarget target) {
        return isTimeOfDay(target) || isMethod(target, System.class, "nanoTime");
    }

    private static boolean isTimeOfDay(AccessTarget target) {
        return isMethod(target, System.class, "currentTimeMillis")
                || isMethod(target, Clock.class, "system.*|tick(Millis|Seconds|Minutes)")
                || isMethod(target, InstantSource.class, "system")
                || (target.getOwner().getPackageName().startsWith("java.time")
                        && target.getName().equals("now"));
    }

    private static boolean isMethod(AccessTarget target, Class<?> owner, String names) {
        return target.getOwner().isEquivalentTo(owner) && target.getName().matches(names);
    }

    /** The targets of calls and method references. */
    private static DescribedPredicate<JavaAccess<?>> target(String description, Predicate<AccessTarget> predicate) {
        return DescribedPredicate.describe(description, access -> predicate.test(access.getTarget()));
    }
}
