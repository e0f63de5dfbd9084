package justhungry.backend.ordering.state;

/**
 * A fact that the primary decided. Every back end applies it the same way, from nothing but the change and the state,
 * and it cannot fail: a change that does not fit the state throws {@link IllegalStateException}, and the process must
 * end.
 *
 * <p>The tags are fields of {@link EntryPayload}, from 4 to 15.
 */
public sealed interface Change
        permits CatalogueLoadedChange,
                DetailsSavedChange,
                OrderPlacedChange,
                OrderCancelledChange,
                ReplyRecordedChange {
    void applyTo(ShopState state);

    /** The change as people see it in a dump. */
    DumpRow toDumpRow();
}
