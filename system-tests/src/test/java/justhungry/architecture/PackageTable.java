package justhungry.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The table of packages: the packages of this project that each of them may use. A package that is not in it may not exist. */
final class PackageTable extends ArchCondition<JavaClass> {
    private static final String PROJECT = "justhungry.";

    private final Map<String, Set<String>> mayUse;
    private final Set<String> found = new HashSet<>();

    private PackageTable(Map<String, Set<String>> mayUse) {
        super("use only what the table of packages allows");
        this.mayUse = mayUse;
    }

    /** @param rows {@code package: what it may use}, a line for each package, names without the leading {@code justhungry.} */
    static PackageTable of(String rows) {
        var table = new TreeMap<String, Set<String>>();
        for (String row : rows.lines().toList()) {
            var columns = row.split(":", -1);
            var used = columns[1].isBlank()
                    ? Set.<String>of()
                    : Set.of(columns[1].strip().split(" "));
            if (table.put(columns[0], used) != null) {
                throw new IllegalArgumentException("two rows for package " + columns[0]);
            }
        }
        table.values()
                .forEach(used -> used.forEach(each -> {
                    if (!table.containsKey(each)) {
                        throw new IllegalArgumentException("no row for package " + each);
                    }
                }));
        return new PackageTable(table);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var own = name(type);
        found.add(own);
        var allowed = mayUse.get(own);
        if (allowed == null) {
            events.add(SimpleConditionEvent.violated(
                    type,
                    "package %s is not in the table of packages: add a row, also to docs/architecture.md"
                            .formatted(own)));
            return;
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            var used = dependency.getTargetClass().getBaseComponentType();
            if (used.getPackageName().startsWith(PROJECT) && !name(used).equals(own) && !allowed.contains(name(used))) {
                events.add(SimpleConditionEvent.violated(
                        type, "%s may not use %s: %s".formatted(own, name(used), dependency.getDescription())));
            }
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        mayUse.keySet().stream()
                .filter(row -> !found.contains(row))
                .forEach(row -> events.add(SimpleConditionEvent.violated(
                        row,
                        "package %s is in the table of packages, but has no class: delete its row".formatted(row))));
    }

    private static String name(JavaClass type) {
        return type.getPackageName().substring(PROJECT.length());
    }
}
