package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class RmiFailuresTest {
    @Test
    void theRootIsTheLastCause() {
        var root = new IOException("the root");

        assertThat(RmiFailures.rootOf(new IllegalStateException(new IOException(root))))
                .isSameAs(root);
        assertThat(RmiFailures.rootOf(root)).isSameAs(root);
    }

    /** As bytes of another process can say. */
    @Test
    void causesWithoutAnEndHaveARootToo() {
        var one = new IllegalStateException("one");
        var other = new IOException("other", one);
        one.initCause(other);

        assertThat(RmiFailures.rootOf(one)).isIn(one, other);
    }
}
