package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.rmi.NoSuchObjectException;
import java.util.List;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.Envelope;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.Reply;
import justhungry.testing.GarbageCollection;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExportedObjectTest {
    private static final Batch NOTHING = new Batch(List.of());

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @Test
    void whileItIsHeld_thenTheCollectorDoesNotTakeTheObject() throws Exception {
        try (var exported = export("held")) {
            GarbageCollection.run();

            assertThat(exported.stub().submit(NOTHING).replies()).isEmpty();
        }
    }

    @Test
    void whenItIsClosed_thenTheObjectCannotBeCalled() throws Exception {
        var exported = export("closed");
        exported.close();
        exported.close();

        assertThatThrownBy(() -> exported.stub().submit(NOTHING)).isInstanceOf(NoSuchObjectException.class);
    }

    private static ExportedObject<Backend> export(String name) throws Exception {
        // An object of its own each time: a lambda without variables would be one for ever, and never collected.
        Backend target = new Backend() {
            @Override
            public Batch.Replies submit(Batch batch) {
                return new Batch.Replies(0, List.of());
            }

            @Override
            public PrimaryTrace submitTraced(Envelope request) {
                return new PrimaryTrace(0, new Reply.OutcomeUnknown("it is idle"), 0, List.of(), 0);
            }
        };
        return ExportedObject.export(target, RmiProcess.LOOPBACK, 0, new Lane(name, "requests"));
    }
}
