package justhungry.platform.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessTextTest {
    @Test
    void whatTheLocaleCouldNotReadIsRefused_soThatNothingIsKeptUnderAnotherName() {
        assertThatThrownBy(() -> ProcessText.requireReadable(List.of("--data", "/srv/Jos\ufffd"), Map.of()))
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith("the argument '/srv/Jos\ufffd' cannot be read");
        assertThatThrownBy(() -> ProcessText.requireReadable(List.of(), Map.of("HOME", "/home/Jos\ufffd")))
                .isInstanceOf(CannotStartException.class)
                .hasMessageStartingWith("the HOME '/home/Jos\ufffd' cannot be read");
    }

    @Test
    void whatIsReadableIsTaken_andWhatIsNotUsedIsNotLookedAt() {
        assertThatCode(() -> ProcessText.requireReadable(List.of("--data", "/srv/José"), Map.of("COLOURS", "\ufffd")))
                .doesNotThrowAnyException();
    }
}
