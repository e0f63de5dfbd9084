package justhungry.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
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
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
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

    @ArchTest
    static final ArchRule THE_NAME_SERVER_USES_THE_API = uses("justhungry.nameserver..", "justhungry.api..");

    @ArchTest
    static final ArchRule ORDERING_USES_THE_API = uses("justhungry.backend.ordering..", "justhungry.api..");

    @ArchTest
    static final ArchRule REPLICATION_USES_THE_API = uses("justhungry.backend.replication..", "justhungry.api..");

    @ArchTest
    static final ArchRule STORAGE_USES_REPLICATION_AND_ORDERING = uses(
            "justhungry.backend.storage..",
            "justhungry.api..",
            "justhungry.backend.ordering..",
            "justhungry.backend.replication..");

    @ArchTest
    static final ArchRule THE_BACK_END_USES_THE_API = uses("justhungry.backend..", "justhungry.api..");

    @ArchTest
    static final ArchRule ROUTING_USES_THE_API = uses("justhungry.frontend.routing..", "justhungry.api..");

    @ArchTest
    static final ArchRule POSTCODES_USE_THE_API = uses("justhungry.frontend.postcodes..", "justhungry.api..");

    @ArchTest
    static final ArchRule THE_FRONT_END_USES_THE_API = uses("justhungry.frontend..", "justhungry.api..");

    @ArchTest
    static final ArchRule THE_CLI_USES_THE_API = uses("justhungry.cli..", "justhungry.api..");

    @ArchTest
    static final ArchRule THE_CLUSTER_USES_THE_CLI =
            uses("justhungry.cluster..", "justhungry.api..", "justhungry.cli..");

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

    /** Of this project, a part uses itself and what is named; libraries are Maven's affair. */
    private static ArchRule uses(String part, String... others) {
        var allowed = new ArrayList<>(List.of(others));
        allowed.add(part);
        return noClasses()
                .that()
                .resideInAPackage(part)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("justhungry..").and(resideOutsideOfPackages(allowed.toArray(String[]::new))));
    }
}
