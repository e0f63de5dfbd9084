package justhungry.backend.storage;

import java.util.ArrayList;
import java.util.List;

/** Rows of a snapshot until one of the limits is reached, but at least one. */
final class Piece {
    private final List<byte[]> rows = new ArrayList<>();
    private final int mostRows;
    private long bytesLeft;

    Piece(int mostRows, int mostBytes) {
        this.mostRows = mostRows;
        this.bytesLeft = mostBytes;
    }

    /** Takes a row if there is room for it. */
    boolean takes(byte[] row) {
        if (!rows.isEmpty() && (rows.size() >= mostRows || row.length > bytesLeft)) {
            return false;
        }
        bytesLeft -= row.length;
        rows.add(row);
        return true;
    }

    List<byte[]> rows() {
        return rows;
    }
}
