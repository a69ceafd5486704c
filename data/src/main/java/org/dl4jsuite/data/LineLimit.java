package org.dl4jsuite.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Passes text on as long as its lines have a sane length. A CSV reader holds a line in memory before it looks at it,
 * so a large file without line ends would fill the memory.
 */
final class LineLimit extends FilterInputStream {
    /** Bytes in a line; a row of 785 values takes 3,139 at most, four times that with quotes and blanks. */
    static final int BYTES = 16_384;

    private final String file;
    private long row = 1;
    private int length;
    private int previous;

    LineLimit(InputStream in, String file) {
        super(in);
        this.file = file;
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

    /** Lines end in \n, \r\n or \r, as for the BufferedReader that will split them. */
    private void count(int b) {
        if (b == '\n' || b == '\r') {
            row += b == '\n' && previous == '\r' ? 0 : 1;
            length = 0;
        } else if (++length > BYTES) {
            throw new DataException(file + ": row " + row + " is longer than " + BYTES
                    + " bytes; a row must be the label and 784 pixels, separated by commas.");
        }
        previous = b;
    }
}
