package justhungry.backend.ordering.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.shop.Request;
import justhungry.backend.ordering.OrderingHarness;
import org.junit.jupiter.api.Test;

class CommandTest {
    @Test
    void aReadIsNoCommand() {
        var read =
                new Envelope(new RequestId(new ClientId(1, 1), 1), 0, OrderingHarness.ADA, new Request.ListProducts());

        assertThatThrownBy(() -> Command.of(read))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PRODUCT_LIST");
    }
}
