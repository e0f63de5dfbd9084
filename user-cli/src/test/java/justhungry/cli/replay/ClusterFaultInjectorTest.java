package justhungry.cli.replay;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.SignalWithoutEffectException;
import justhungry.replay.run.FaultInjector.TargetUnavailableException;
import justhungry.replay.script.model.FaultType;
import org.junit.jupiter.api.Test;

/** The failures of a fault: the replay tries it again only where nothing can have been hit. */
class ClusterFaultInjectorTest {
    @Test
    void aTargetThatIsNotThereYetMayBeTriedAgain() {
        var injector = failingWith(new ClusterException("there is no primary"));

        assertThatThrownBy(() -> injector.inject(FaultType.KILL, "primary", names -> {}))
                .isInstanceOf(TargetUnavailableException.class);
    }

    @Test
    void aKillThatHadNoEffectInTimeIsNotTriedAgain_forThePrimaryIsAnotherProcessByThen() {
        var injector = failingWith(new SignalWithoutEffectException("server1 was killed, but has not ended yet"));

        assertThatThrownBy(() -> injector.inject(FaultType.KILL, "primary", names -> {}))
                .isInstanceOf(SignalWithoutEffectException.class);
    }

    private static ClusterFaultInjector failingWith(ClusterException failure) {
        return new ClusterFaultInjector(work -> {
            throw failure;
        });
    }
}
