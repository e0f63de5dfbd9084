package justhungry.api.client;

import java.io.Serializable;
import justhungry.api.cluster.NodeNames;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;

/**
 * The status of a front end.
 *
 * @param view the newest view that it knows
 * @param postcodes the way in which it checks postcodes now, in words
 * @param primaryAnswers whether the primary of that view answers its heartbeat
 */
public record FrontendStatus(String name, View view, String postcodes, boolean primaryAnswers) implements Serializable {
    public FrontendStatus {
        Preconditions.present("a front end's view", view);
        NodeNames.require(name);
        postcodes = Preconditions.text("the postcode check", postcodes, Limits.TEXT_CHARS);
    }
}
