package justhungry.replay.check;

import java.util.List;
import java.util.stream.LongStream;
import justhungry.replay.check.engine.Anomaly;
import justhungry.replay.check.engine.HistoryCheck;
import justhungry.replay.check.engine.HistoryOperation;
import justhungry.replay.check.engine.Model;
import justhungry.replay.check.engine.OperationReader;
import justhungry.replay.check.engine.OperationTimes;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.history.UserRequest;
import justhungry.replay.check.model.AssumedEffects;
import justhungry.replay.check.model.ModelCatalogue;
import justhungry.replay.check.model.ModelState;
import justhungry.replay.check.rule.RequestRule;
import justhungry.replay.check.rule.ShopRules;
import org.jspecify.annotations.Nullable;

/** The ordering rules of the shop, written a second time. */
final class ShopModel implements Model<AssumedEffects, UserRequest, Answer> {
    private final ShopSurvey survey = new ShopSurvey();
    private @Nullable ModelState state;

    private ShopModel() {}

    /** A check of operations against these rules. */
    static HistoryCheck<?, UserRequest, Answer> check(OperationReader<UserRequest, Answer> reader) {
        return new HistoryCheck<>(reader, ShopModel::new);
    }

    /** One: all users share the stock, and one primary numbers all updates. */
    @Override
    public Object partition(UserRequest request) {
        return "shop";
    }

    @Override
    public void observe(HistoryOperation<UserRequest, Answer> operation) {
        survey.observe(operation);
    }

    @Override
    public long base() {
        return survey.base();
    }

    /**
     * The number of the last order before the run is not in the history: it follows from the first order of the run, but
     * orders of unknown outcome may have been placed in between.
     */
    @Override
    public List<AssumedEffects> init(long unknown) {
        state = new ModelState(new ModelCatalogue(survey.products()));
        if (survey.base() == 0) {
            return List.of(AssumedEffects.none(0));
        }
        long last = survey.firstOrder() - 1;
        return LongStream.rangeClosed(0, Math.min(unknown, last))
                .mapToObj(earlier -> AssumedEffects.none(last - earlier))
                .toList();
    }

    @Override
    public Step<AssumedEffects, Answer> step(AssumedEffects world, UserRequest request, Answer actual) {
        return rule(request).step(world, actual);
    }

    @Override
    public List<AssumedEffects> accept(
            List<AssumedEffects> worlds, int index, HistoryOperation<UserRequest, Answer> operation) {
        return operation.answer().isOk() ? rule(operation.request()).accept(worlds, index, operation.answer()) : worlds;
    }

    @Override
    public AssumedEffects settle(AssumedEffects only) {
        return state().makeCertain(only);
    }

    @Override
    public void onGap(long updates, List<UserRequest> candidates) {
        state().onUpdatesByOthers(updates);
        candidates.forEach(request -> state().customer(request.user()).becomeUncertain());
    }

    @Override
    public Certainty certainty(UserRequest request) {
        return rule(request).certainty();
    }

    @Override
    public List<Anomaly> diagnose(
            HistoryOperation<UserRequest, Answer> operation,
            Answer expected,
            AssumedEffects world,
            OperationTimes times) {
        return new AnomalyClassifier(survey, state(), times)
                .classify(operation, rule(operation.request()), expected, world);
    }

    private ModelState state() {
        if (state == null) {
            throw new IllegalStateException("the model has no state before init");
        }
        return state;
    }

    private RequestRule rule(UserRequest userRequest) {
        return userRequest.request().accept(new ShopRules(state(), state().customer(userRequest.user())));
    }
}
