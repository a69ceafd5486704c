package org.dl4jsuite.data;

import static org.dl4jsuite.data.LabelledImages.CLASSES;
import static org.dl4jsuite.data.LabelledImages.PIXELS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.StreamInputSplit;
import org.datavec.api.writable.Writable;

/** Reads one set of images: an IDX pair, or a CSV file through DataVec's reader. */
final class ImageFiles {
    private static final int COLUMNS = 1 + PIXELS;
    /** A row of 785 values takes 3,139 bytes at most, a few times that with quotes and blanks. */
    private static final int MAX_ROW_BYTES = 32_768;

    private static final int MAX_BLANK_ROWS = 1000;
    private static final int SHOWN = 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    private static final Map<String, String> OTHER_SEPARATORS = Map.of(";", "semicolons", "\t", "tabs");

    private ImageFiles() {}

    /** The images of an IDX images file and its labels file. */
    static LabelledImages idx(URI imagesUri, URI labelsUri, DataFiles files) {
        String file = DataFiles.location(imagesUri);
        Collector images = new Collector(file, Collector.LIMIT);
        byte[] pixels = new byte[PIXELS];
        try (IdxPair pair = new IdxPair(imagesUri, labelsUri, files)) {
            while (pair.hasNext()) {
                images.add(pair.next(pixels), pixels);
            }
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
        return images.images();
    }

    /**
     * The images of a CSV file: in each row the label, then 784 pixels of 0 to 255. A byte order mark, a header row,
     * blank rows, and a comma at the end of a row do no harm.
     */
    static LabelledImages csv(URI uri, DataFiles files) {
        String file = DataFiles.location(uri);
        Collector images = new Collector(file, Collector.LIMIT);
        byte[] pixels = new byte[PIXELS];
        boolean headerMayFollow = true;
        long row = 0;
        int blankRows = 0;
        try (RecordReader reader = new CSVRecordReader()) {
            reader.initialize(new StreamInputSplit(
                    List.of(uri),
                    opened -> new LineLimit(withoutByteOrderMark(files.apply(opened), file), file, MAX_ROW_BYTES)));
            while (reader.hasNext()) {
                row++;
                List<Writable> record = reader.next();
                if (record.stream().allMatch(ImageFiles::isBlank)) {
                    if (++blankRows > MAX_BLANK_ROWS) {
                        throw new DataException(file + ": row " + row + " is blank, as " + MAX_BLANK_ROWS
                                + " before it; take the blank rows out.");
                    }
                    continue;
                }
                requireColumns(record, file, row);
                if (!headerMayFollow || !isHeader(record, file, row)) {
                    images.add(image(record, pixels, file, row), pixels);
                }
                headerMayFollow = false;
            }
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DataException(file + ": reading was interrupted; start again.", e);
        } catch (RuntimeException e) {
            throw explained(e, file, row);
        }
        if (images.isEmpty()) {
            throw new DataException(file + ": is empty; each row must be the label, then " + PIXELS + " pixels.");
        }
        return images.images();
    }

    private static InputStream withoutByteOrderMark(InputStream stream, String file) {
        PushbackInputStream text = new PushbackInputStream(stream, BYTE_ORDER_MARK.length);
        try {
            byte[] start = text.readNBytes(BYTE_ORDER_MARK.length);
            if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
                text.unread(start);
            }
            return text;
        } catch (IOException e) {
            DataFiles.closeAfter(e, stream);
            throw DataException.unreadable(file, e);
        }
    }

    /** A comma at the end is a blank value more. */
    private static void requireColumns(List<Writable> record, String file, long row) {
        int size = record.size();
        if (size == COLUMNS || (size == COLUMNS + 1 && isBlank(record.get(COLUMNS)))) {
            return;
        }
        String only = size == 1 ? record.get(0).toString() : "";
        OTHER_SEPARATORS.forEach((separator, name) -> {
            if (only.contains(separator)) {
                throw new DataException(file + ": row " + row + " has " + name
                        + " between its values; save the file with commas instead.");
            }
        });
        throw new DataException(file + ": row " + row + " has " + size + (size == 1 ? " value" : " values")
                + "; it must have " + COLUMNS + ", the label, then " + PIXELS + " pixels.");
    }

    /** Whether the row has names: neither the first value nor the last is a number that an image could have there. */
    private static boolean isHeader(List<Writable> record, String file, long row) {
        String last = record.get(PIXELS).toString().trim();
        boolean header = number(record.get(0)) < 0 && !isPixel(number(record.get(PIXELS)));
        if (header && (last.equalsIgnoreCase("label") || last.equalsIgnoreCase("class"))) {
            throw new DataException(file + ": row " + row + " names the last column \"" + last
                    + "\"; move the labels to the first column.");
        }
        return header;
    }

    private static boolean isPixel(int number) {
        return number >= 0 && number <= 255;
    }

    private static int image(List<Writable> record, byte[] pixels, String file, long row) {
        int label = number(record.get(0));
        if (label < 0 || label >= CLASSES) {
            throw bad(record, 0, "the label must be a whole number from 0 to " + (CLASSES - 1), file, row);
        }
        for (int k = 0; k < PIXELS; k++) {
            int pixel = number(record.get(1 + k));
            if (!isPixel(pixel)) {
                throw bad(record, 1 + k, "a pixel must be a whole number from 0 to 255", file, row);
            }
            pixels[k] = (byte) pixel;
        }
        return label;
    }

    private static DataException bad(List<Writable> record, int column, String rule, String file, long row) {
        return new DataException(file + ": row " + row + ", value " + (column + 1) + " is \""
                + printable(record.get(column).toString()) + "\"; " + rule + ".");
    }

    private static boolean isBlank(Writable value) {
        return value.toString().isBlank();
    }

    /** Returns the number that one to three digits are, blanks about them allowed; -1 for anything else. */
    private static int number(Writable value) {
        String digits = value.toString().strip();
        if (digits.isEmpty() || digits.length() > 3) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }

    /** DataVec and Commons IO wrap what went wrong on the way in unchecked exceptions. */
    private static RuntimeException explained(RuntimeException e, String file, long row) {
        if (e instanceof IllegalStateException && e.getCause() instanceof IOException read) {
            return DataException.unreadable(file, read);
        }
        if (e.getCause() instanceof IOException syntax) {
            return new DataException(
                    file + ": row " + row + " is not CSV (" + syntax.getMessage() + "); write plain numbers.", e);
        }
        return e;
    }

    /** Text of unknown origin, cut and without the characters that a terminal might obey. */
    private static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        for (char c : text.substring(0, Math.min(SHOWN, text.length())).toCharArray()) {
            shown.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return shown + (text.length() > SHOWN ? "..." : "");
    }

    /** Gathers images one by one; its memory grows with what was added. */
    static final class Collector {
        /** What fits in one Java array, 2,739,137 images, and in a quarter of the heap: 85,000 in 256 MB. */
        static final int LIMIT =
                (int) (Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / 4) / LabelledImages.PIXELS);

        private final String file;
        private final int limit;
        private final ByteArrayOutputStream labels = new ByteArrayOutputStream();
        private final List<byte[]> images = new ArrayList<>();

        Collector(String file, int limit) {
            this.file = file;
            this.limit = limit;
        }

        /** Adds an image: its label, 0 to 9, and its 784 bytes. */
        void add(int label, byte[] image) {
            if (labels.size() == limit) {
                throw new DataException(
                        file + ": has more than the " + limit + " images that fit in memory; give a smaller file.");
            }
            labels.write(label);
            images.add(image.clone());
        }

        boolean isEmpty() {
            return labels.size() == 0;
        }

        /** Returns everything added so far. */
        LabelledImages images() {
            ByteBuffer pixels = ByteBuffer.allocate(images.size() * LabelledImages.PIXELS);
            images.forEach(pixels::put);
            return new LabelledImages(labels.toByteArray(), pixels.array(), labels.size());
        }
    }
}
