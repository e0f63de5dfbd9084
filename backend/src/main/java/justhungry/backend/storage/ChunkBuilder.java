package justhungry.backend.storage;

import java.util.ArrayList;
import java.util.List;

/** The builder of a snapshot's chunk: it takes rows until one of the limits is reached, but at least one. */
public final class ChunkBuilder {
    private final List<byte[]> rows = new ArrayList<>();
    private final int maxRows;
    private long bytesLeft;

    public ChunkBuilder(int maxRows, int maxBytes) {
        this.maxRows = maxRows;
        this.bytesLeft = maxBytes;
    }

    /** Adds a row if there is room for it, and returns whether there was. */
    public boolean tryAdd(byte[] row) {
        if (!rows.isEmpty() && (rows.size() >= maxRows || row.length > bytesLeft)) {
            return false;
        }
        bytesLeft -= row.length;
        rows.add(row);
        return true;
    }

    public List<byte[]> rows() {
        return rows;
    }
}
