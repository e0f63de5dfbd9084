/**
 * The ordering rules, known here a second time, so that nothing is shared with the back end: they are the
 * {@link justhungry.replay.check.engine.Model} of the engine. Read {@link justhungry.replay.check.model.ShopModel}
 * first: it has one {@link justhungry.replay.check.model.RequestRule} for each kind of request.
 *
 * <p>It belongs to the thread that calls. It may use {@code check.engine}, {@code check.history}, the records of the API for
 * what was asked, and the JDK.
 */
@NullMarked
package justhungry.replay.check.model;

import org.jspecify.annotations.NullMarked;
