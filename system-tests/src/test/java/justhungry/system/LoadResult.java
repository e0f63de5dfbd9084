package justhungry.system;

/**
 * The outcome of all orders of a load.
 *
 * @param missing acknowledged, and not stored
 * @param twice stored, though no request of its customer was answered with it: some request took effect twice
 * @param stockDifference pieces that neither are in stock nor were ordered; negative when there are too many
 */
record LoadResult(int acknowledged, int missing, int twice, int stockDifference) {
    /** Whether every promise was kept. */
    boolean isFlawless() {
        return acknowledged > 0 && missing == 0 && twice == 0 && stockDifference == 0;
    }
}
