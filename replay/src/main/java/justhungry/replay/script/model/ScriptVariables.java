package justhungry.replay.script.model;

import com.google.gson.JsonElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The captured values by their names. A script has one such scope; each iteration of a repeat has its own inside it,
 * which sees the script's values and does not change them. Belongs to one thread at a time.
 */
public final class ScriptVariables {
    private final Map<String, Optional<JsonElement>> values = new HashMap<>();
    private final @Nullable ScriptVariables outer;

    private ScriptVariables(@Nullable ScriptVariables outer) {
        this.outer = outer;
    }

    /** The variables of a script at its start. */
    public static ScriptVariables empty() {
        return new ScriptVariables(null);
    }

    /** The variables of an iteration at its start. */
    public ScriptVariables iteration() {
        return new ScriptVariables(this);
    }

    /** The value; empty when nothing was captured, or when the last capture of it found nothing. */
    public Optional<JsonElement> value(String name) {
        var own = values.get(name);
        if (own != null || outer == null) {
            return own == null ? Optional.empty() : own;
        }
        return outer.value(name);
    }

    /**
     * Sets a value. A capture that found nothing hides the value before it, so that an old value is not taken for a new
     * one.
     */
    void set(String name, Optional<JsonElement> value) {
        values.put(name, value);
    }
}
