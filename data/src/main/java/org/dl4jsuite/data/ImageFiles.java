package org.dl4jsuite.data;

import static org.dl4jsuite.data.LabelledImages.CLASSES;
import static org.dl4jsuite.data.LabelledImages.PIXELS;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.split.StreamInputSplit;
import org.datavec.api.writable.Text;
import org.datavec.api.writable.Writable;

/** Reads one set of images through a DataVec reader: an IDX pair or a CSV file, whose records have one layout. */
final class ImageFiles {
    private static final int SHOWN = 20;

    private ImageFiles() {}

    /** Reads the next image of a file: writes its pixels and returns its label. */
    @FunctionalInterface
    private interface NextImage {
        int read(long row, byte[] pixels);
    }

    /** The images of an IDX images file and its labels file. */
    static LabelledImages idx(URI images, URI labels, ChecksummedFiles files) {
        IdxRecordReader reader = new IdxRecordReader();
        return read(
                reader,
                new StreamInputSplit(List.of(images, labels), files),
                Streams.location(images),
                (row, pixels) -> reader.nextImage(pixels));
    }

    /** The images of a CSV file without header: in each row the label, then 784 pixels of 0 to 255. */
    static LabelledImages csv(URI uri, ChecksummedFiles files) {
        String file = Streams.location(uri);
        CSVRecordReader reader = new CSVRecordReader();
        return read(
                reader,
                new StreamInputSplit(List.of(uri), opened -> new LineLimit(files.apply(opened), file)),
                file,
                (row, pixels) -> image(reader.next(), pixels, file, row));
    }

    private static LabelledImages read(RecordReader reader, InputSplit split, String file, NextImage next) {
        ImageCollector images = new ImageCollector(file, ImageCollector.LIMIT);
        long row = 0;
        try (reader) {
            reader.initialize(split);
            byte[] pixels = new byte[PIXELS];
            while (reader.hasNext()) {
                row++;
                images.add(next.read(row, pixels), pixels);
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
        if (row == 0) {
            throw new DataException(file + ": is empty; each row must be the label, then " + PIXELS + " pixels.");
        }
        return images.images();
    }

    private static int image(List<Writable> record, byte[] pixels, String file, long row) {
        requireLength(record, file, row);
        int label = value(record, 0, CLASSES - 1, file, row);
        for (int k = 0; k < PIXELS; k++) {
            pixels[k] = (byte) value(record, 1 + k, 255, file, row);
        }
        return label;
    }

    private static void requireLength(List<Writable> record, String file, long row) {
        if (record.size() != 1 + PIXELS) {
            throw new DataException(file + ": row " + row + " has " + record.size()
                    + (record.size() == 1 ? " value" : " values") + "; it must have " + (1 + PIXELS)
                    + ", the label, then " + PIXELS + " pixels.");
        }
    }

    private static int value(List<Writable> record, int column, int max, String file, long row) {
        Writable writable = record.get(column);
        int value = parse((Text) writable);
        if (value < 0 || value > max) {
            throw new DataException(file + ": row " + row + ", value " + (column + 1) + " is \""
                    + printable(writable.toString()) + "\"; " + (column == 0 ? "the label" : "a pixel")
                    + " must be a whole number from 0 to " + max
                    + (row == 1 ? ", and there must be no header row." : "."));
        }
        return value;
    }

    /** The number that one to three digits are, blanks about them allowed; -1 for anything else. */
    private static int parse(Text text) {
        byte[] bytes = text.getBytes();
        int from = 0;
        int to = text.getLength();
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        if (from == to || to - from > 3) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = 10 * value + bytes[i] - '0';
        }
        return value;
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
}
