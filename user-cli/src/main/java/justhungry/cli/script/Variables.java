package justhungry.cli.script;

import com.google.gson.JsonElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that lines have captured. A script has one; each turn of a repeat has its own on top, which sees the
 * script's and leaves them as they are. Belongs to one thread at a time.
 */
public final class Variables {
    private final Map<String, Optional<JsonElement>> values = new HashMap<>();
    private final @Nullable Variables outer;

    private Variables(@Nullable Variables outer) {
        this.outer = outer;
    }

    /** The variables of a script that begins. */
    public static Variables none() {
        return new Variables(null);
    }

    /** The variables of a turn that begins. */
    public Variables turn() {
        return new Variables(this);
    }

    /** The value; empty when nothing was captured, or when the last line that should have captured it found nothing. */
    public Optional<JsonElement> value(String name) {
        var own = values.get(name);
        if (own != null || outer == null) {
            return own == null ? Optional.empty() : own;
        }
        return outer.value(name);
    }

    /** A capture that found nothing hides the value before it: what is old must not pass for new. */
    void set(String name, Optional<JsonElement> value) {
        values.put(name, value);
    }
}
