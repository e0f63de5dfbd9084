package justhungry.cluster.status;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Locale;
import java.util.OptionalLong;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;

/** The JSON of a cluster's status: one object. Unknown values are left out. */
public final class StatusJson {
    private StatusJson() {}

    /** The object, on one line. */
    public static String line(ClusterStatus status) {
        var json = new JsonObject();
        json.addProperty("takesOrders", status.takesOrders());
        json.addProperty("verdict", status.verdict().text());
        var nameserver = new JsonObject();
        nameserver.addProperty("address", status.nameserver());
        nameserver.addProperty("state", lowerCase(status.nameserverReachability()));
        json.add("nameserver", nameserver);
        status.view().ifPresent(view -> json.add("view", view(view)));
        addNumber(json, "storedOrders", status.storedOrders());
        var backends = new JsonArray();
        status.backends().forEach(backend -> backends.add(backend(status, backend)));
        json.add("backends", backends);
        var frontends = new JsonArray();
        status.frontends().forEach(frontend -> frontends.add(frontend(frontend)));
        json.add("frontends", frontends);
        return json.toString();
    }

    private static JsonObject view(View view) {
        var json = new JsonObject();
        json.addProperty("epoch", view.epoch());
        json.add(
                "primary",
                view.primary()
                        .<com.google.gson.JsonElement>map(primary -> new JsonPrimitive(primary.name()))
                        .orElse(JsonNull.INSTANCE));
        var inSync = new JsonArray();
        view.inSync().stream().map(Member::name).forEach(inSync::add);
        json.add("inSync", inSync);
        return json;
    }

    private static JsonObject backend(ClusterStatus status, ClusterStatus.ProbedBackend backend) {
        var json = new JsonObject();
        json.addProperty("name", backend.name());
        json.addProperty("state", lowerCase(backend.reachability()));
        backend.format().ifPresent(format -> json.addProperty("format", format));
        backend.status().ifPresent(known -> {
            json.addProperty("initialized", status.initialized(backend));
            addStatus(json, known);
        });
        addNumber(json, "lag", status.lag(backend));
        return json;
    }

    private static void addStatus(JsonObject json, BackendStatus status) {
        json.addProperty("role", lowerCase(status.role()));
        json.addProperty("epoch", status.epoch());
        json.addProperty("lastIndex", status.lastIndex());
        json.addProperty("committedIndex", status.committedIndex());
        json.addProperty("appliedIndex", status.appliedIndex());
        json.addProperty("storedOrders", status.storedOrders());
        if (status.neededVersion() != null) {
            json.addProperty("neededVersion", status.neededVersion());
        }
        if (status.memoryShortage() != null) {
            json.addProperty("memoryShortage", status.memoryShortage());
        }
    }

    private static JsonObject frontend(ClusterStatus.ProbedFrontend frontend) {
        var json = new JsonObject();
        json.addProperty("name", frontend.name());
        json.addProperty("state", lowerCase(frontend.reachability()));
        frontend.format().ifPresent(format -> json.addProperty("format", format));
        frontend.status().ifPresent(known -> addStatus(json, known));
        return json;
    }

    private static void addStatus(JsonObject json, FrontendStatus status) {
        json.addProperty("epoch", status.view().epoch());
        json.addProperty("primaryAnswers", status.primaryAnswers());
        json.addProperty("postcodes", status.postcodes());
    }

    private static void addNumber(JsonObject json, String name, OptionalLong number) {
        number.ifPresent(value -> json.addProperty(name, value));
    }

    private static String lowerCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
