package org.dl4jsuite.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes text on as long as its lines have a sane length. Whoever reads lines holds each in memory before looking at it:
 * a large file without line ends would fill the memory.
 */
public final class LineLimit extends FilterInputStream {
    private final String file;
    private final int limit;
    private long line = 1;
    private int length;

    /**
     * Passes a stream on.
     *
     * @param file for a message
     * @param limit bytes in a line; one with more is a {@link DataException}
     */
    public LineLimit(InputStream in, String file, int limit) {
        super(in);
        this.file = file;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            count(b);
        }
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        int n = super.read(into, offset, wanted);
        for (int i = offset; i < offset + n; i++) {
            count(into[i]);
        }
        return n;
    }

    private void count(int b) {
        if (b == '\n' || b == '\r') {
            line += b == '\n' ? 1 : 0;
            length = 0;
        } else if (++length > limit) {
            throw new DataException(file + ": row " + line + " is longer than " + limit
                    + " bytes; give a text file with line ends between its rows.");
        }
    }
}
