package justhungry.cluster.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A process that starts guarded children, prints their pids, and waits to be killed. */
public final class GuardedParent {
    private GuardedParent() {}

    public static void main(String[] args) throws InterruptedException {
        var plan = new ClusterPlan(1, 1, 0, Optional.empty(), List.of(), ClusterPlan.StorageMode.ON_DISK);
        var launcher = Launcher.guarded(new FakeRoleLauncher(), new OrphanGuard());
        var cluster = LocalCluster.planned(plan, Path.of(args[0]), launcher);
        cluster.start(ready -> {});
        cluster.pause("server1");
        cluster.slots()
                .forEach(slot ->
                        System.out.println(slot.liveProcess().orElseThrow().pid()));
        System.out.println("all");
        System.out.flush();
        new CountDownLatch(1).await();
    }
}
