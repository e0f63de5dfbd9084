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

/** The rules of the house: the packages that each package may use, and what the packages that decide must not touch. */
@AnalyzeClasses(
        packages = "justhungry",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestHelpers.class})
class ArchitectureTest {
    /** Leaves the modules out that only tests use. */
    static final class NoTestHelpers implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-support/")
                    && !location.contains("/test-fixtures/")
                    && !location.contains("-tests.jar");
        }
    }

    /** The parts that decide: the same events always give the same effects. */
    private static final String[] PURE = {
        "justhungry.backend.ordering..",
        "justhungry.backend.replication..",
        "justhungry.backend.node..",
        "justhungry.frontend.failover.."
    };

    /** Packages whose objects have one thread each that owns them: nothing in them is guarded by a monitor. */
    private static final String[] ONE_OWNER = {
        "justhungry.backend.storage..",
        "justhungry.client..",
        "justhungry.replay..",
        "justhungry.cli..",
        "justhungry.cluster.."
    };

    @ArchTest
    static final ArchRule THE_API_USES_THE_JDK_ONLY = noClasses()
            .that()
            .resideInAPackage("justhungry.api..")
            .should()
            .dependOnClassesThat(resideOutsideOfPackages("java..", "org.jspecify..", "justhungry.api.."));

    /** The same table as in docs/architecture.md. Libraries are Maven's affair; the benchmarks are not in it. */
    @ArchTest
    static final ArchRule PACKAGES_USE_WHAT_THEY_MAY = classes().should(PackageTable.of("""
            api.client: api.cluster api.codec api.shop
            api.cluster: api.codec
            api.codec: api.text
            api.directory: api.client api.cluster api.codec api.replication
            api.replication: api.cluster api.codec
            api.shop: api.codec api.text
            api.text:
            backend.catalogue: api.codec api.shop backend.ordering.state platform.process
            backend.node: api.client api.cluster api.directory api.replication api.shop backend.ordering backend.ordering.table backend.replication backend.storage
            backend.ordering: api.client api.codec api.shop backend.ordering.command backend.ordering.state backend.ordering.table
            backend.ordering.command: api.client api.codec api.shop backend.ordering.state backend.ordering.table
            backend.ordering.state: api.client api.codec api.shop backend.ordering.table
            backend.ordering.table: api.client api.codec api.shop
            backend.replication: api.cluster api.codec api.replication
            backend.server: api.client api.cluster api.codec api.directory api.replication api.shop backend.catalogue backend.node backend.ordering backend.ordering.state backend.replication backend.storage backend.storage.rocks coordination platform.command platform.process platform.rmi
            backend.storage: api.cluster api.directory backend.ordering.table backend.replication
            backend.storage.rocks: api.cluster api.codec api.directory backend.ordering.table backend.replication backend.storage platform.process
            cli: cli.cluster cli.command cli.console cli.demo cli.replay cluster.process platform.process platform.rmi platform.text
            cli.cluster: api.cluster api.codec api.directory api.replication cli.command cli.console cluster.process cluster.status coordination platform.command platform.process platform.text
            cli.command: api.shop cli.console cli.terminal cli.text cli.trace client client.json cluster.process coordination platform.command platform.process platform.text replay.report replay.script replay.script.model
            cli.console: platform.process platform.text
            cli.demo: api.shop cli.cluster cli.command cli.console cli.replay cli.terminal cli.trace client cluster.process cluster.status coordination platform.command platform.process platform.text replay.report replay.run replay.script
            cli.replay: cli.cluster cli.command cli.console client cluster.process cluster.status coordination platform.command platform.process replay.check replay.check.history replay.report replay.run replay.script replay.script.model replay.script.source replay.timeline
            cli.terminal: api.codec api.shop cli.console cli.text client platform.process platform.text
            cli.text: api.codec api.shop platform.text
            cli.trace: api.client api.shop cli.console client platform.text
            client: api.client api.directory api.shop coordination platform.process platform.rmi
            client.json: api.client api.shop client
            cluster.process: api.cluster platform.process platform.text
            cluster.status: api.client api.cluster api.directory api.replication cluster.process coordination platform.rmi platform.text
            coordination: api.client api.cluster api.directory api.replication platform.command platform.process platform.rmi
            frontend.failover: api.client api.cluster api.directory api.replication
            frontend.forwarding: api.client api.cluster api.codec api.directory api.replication api.shop platform.rmi
            frontend.postcodes: api.shop
            frontend.server: api.client api.cluster api.codec api.directory api.replication api.shop coordination frontend.failover frontend.forwarding frontend.postcodes platform.command platform.process platform.rmi
            nameserver: api.cluster api.codec api.directory platform.command platform.process platform.rmi
            platform.command: platform.process
            platform.process:
            platform.rmi: api.codec
            platform.text:
            replay.check: api.shop replay.check.engine replay.check.history replay.check.model replay.check.rule
            replay.check.engine:
            replay.check.history: api.shop client.json platform.text replay.check.engine
            replay.check.model: api.shop replay.check.history
            replay.check.rule: api.shop replay.check.engine replay.check.history replay.check.model
            replay.report: api.client api.shop client client.json replay.check.history replay.run replay.script replay.script.model
            replay.run: api.client api.cluster api.codec api.shop client client.json replay.script replay.script.model replay.script.source
            replay.script: client.json platform.process platform.text replay.script.model replay.script.source
            replay.script.model: api.cluster api.shop client.json platform.text replay.script.source
            replay.script.source: platform.text
            replay.timeline: replay.run replay.script.model
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

    /**
     * The time of day jumps, forwards and backwards. What may go by it all the same is named here: a customer wants to
     * know when an order was placed.
     */
    @ArchTest
    static final ArchRule NOTHING_GOES_BY_THE_TIME_OF_DAY = noClasses()
            .that()
            .doNotHaveSimpleName("BackendServer")
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
            .doNotHaveFullyQualifiedName("justhungry.platform.rmi.ExportedObject")
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
            .doNotHaveFullyQualifiedName("justhungry.platform.rmi.CappedServerSockets$CappedServerSocket")
            .should()
            .accessTargetWhere(target("a server socket", socket -> isMethod(socket, ServerSocket.class, "<init>")));

    @ArchTest
    static final ArchRule ONLY_SERVERS_HAVE_SYNCHRONIZED_METHODS = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(PURE)
            .or()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(ONE_OWNER)
            .should()
            .haveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static final ArchRule ONLY_SERVERS_HAVE_VOLATILE_FIELDS = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(PURE)
            .or()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(ONE_OWNER)
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
