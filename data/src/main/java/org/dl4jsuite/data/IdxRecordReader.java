package org.dl4jsuite.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.function.Function;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The DataVec record reader for IDX images, the format of MNIST, which DataVec lacks.
 *
 * <p>A record is {@code [image, label]}: an {@link NDArrayWritable} of the 784 pixels, 0 to 255, as (1, 784) in FLOAT, which
 * holds them exactly, and an {@link IntWritable} from 0 to 9. DL4J reads it with {@code new
 * RecordReaderDataSetIterator.Builder(reader, batch).classification(1, 10)}; one Writable per pixel would take it 300 times
 * as long, eight times a training step.
 *
 * <p>The split has two locations, in this order: the images file and the labels file, as {@code file:} or {@code
 * jar:} URIs, or as whatever the stream function of a StreamInputSplit opens. Each may be gzipped. They are read as a
 * stream, one image at a time.
 *
 * <p>Every error in a file is a {@link DataException}, thrown by the call that reads that far.
 */
public final class IdxRecordReader extends BaseRecordReader {
    private static final List<String> LABELS = IntStream.range(0, LabelledImages.CLASSES)
            .mapToObj(Integer::toString)
            .toList();
    private transient @Nullable Configuration conf;
    private transient @Nullable IdxPair files;
    private long recordsRead;

    /** A reader to be initialised with a split of two locations. */
    public IdxRecordReader() {
        // DataVec's own default opens file: URIs only. Spark sends readers about, hence Serializable.
        streamCreatorFn = (Function<URI, InputStream> & Serializable) DataFiles::open;
    }

    /**
     * Opens both files and reads their headers.
     *
     * @throws DataException if the split does not have two locations, or a header is wrong
     */
    @Override
    public void initialize(InputSplit split) throws IOException, InterruptedException {
        super.initialize(split);
        reopen();
    }

    @Override
    public void initialize(Configuration configuration, InputSplit split) throws IOException, InterruptedException {
        setConf(configuration);
        initialize(split);
    }

    @Override
    public boolean hasNext() {
        return open().hasNext();
    }

    @Override
    public List<Writable> next() {
        IdxPair pair = open();
        if (!pair.hasNext()) {
            throw new NoSuchElementException("All " + pair.count() + " records are read; reset() starts again.");
        }
        List<Writable> record = readRecord(pair);
        recordsRead++;
        invokeListeners(record);
        return record;
    }

    @Override
    public boolean batchesSupported() {
        return true;
    }

    /** Returns up to {@code num} records, fewer at the end. */
    @Override
    public List<List<Writable>> next(int num) {
        List<List<Writable>> records = new ArrayList<>();
        while (records.size() < num && hasNext()) {
            records.add(next());
        }
        return records;
    }

    /** Returns the next record with its index, counted from 0. */
    @Override
    public Record nextRecord() {
        List<Writable> record = next();
        return new org.datavec.api.records.impl.Record(
                record, new RecordMetaDataIndex(recordsRead - 1, locations()[0], IdxRecordReader.class));
    }

    @Override
    public Record loadFromMetaData(RecordMetaData metaData) throws IOException {
        return loadFromMetaData(List.of(metaData)).get(0);
    }

    /**
     * Reads the records again that {@link #nextRecord} gave these indices, in the order asked for. It does so on
     * streams of its own, in one pass up to the highest index, and leaves the position of this reader alone.
     *
     * @throws IllegalArgumentException if an index is not from this reader's files
     */
    @Override
    public List<Record> loadFromMetaData(List<RecordMetaData> metaData) throws IOException {
        Map<Long, List<Writable>> wanted = new HashMap<>();
        for (RecordMetaData one : metaData) {
            wanted.put(index(one), List.of());
        }
        try (IdxPair pair = openPair()) {
            int missing = wanted.size();
            for (long i = 0; missing > 0; i++) {
                if (!pair.hasNext()) {
                    throw new IllegalArgumentException(
                            "Indices " + wanted.keySet() + " must be 0 to " + (pair.count() - 1) + ".");
                }
                List<Writable> record = readRecord(pair);
                if (wanted.replace(i, record) != null) {
                    missing--;
                }
            }
        }
        List<Record> records = new ArrayList<>();
        for (RecordMetaData one : metaData) {
            records.add(new org.datavec.api.records.impl.Record(wanted.getOrDefault(index(one), List.of()), one));
        }
        return records;
    }

    /** Not supported, as in DataVec's other readers of more than one file: a record is in two streams. */
    @Override
    public List<Writable> record(URI uri, DataInputStream dataInputStream) {
        throw new UnsupportedOperationException(
                "A record of IDX images is in two files; initialize the reader with both instead.");
    }

    /** Returns the names of the classes: "0" to "9". */
    @Override
    public List<String> getLabels() {
        return LABELS;
    }

    /** Starts again at the first record; the files are opened anew. */
    @Override
    public void reset() {
        if (inputSplit == null) {
            throw new UnsupportedOperationException("Cannot reset without first initializing");
        }
        inputSplit.reset();
        try {
            reopen();
        } catch (IOException e) {
            throw DataException.unreadable(DataFiles.location(locations()[0]), e);
        }
    }

    @Override
    public boolean resetSupported() {
        return inputSplit == null || inputSplit.resetSupported();
    }

    @Override
    public void setConf(Configuration configuration) {
        this.conf = configuration;
    }

    @Override
    public @Nullable Configuration getConf() {
        return conf;
    }

    @Override
    public void close() throws IOException {
        if (files != null) {
            files.close();
            files = null;
        }
    }

    private void reopen() throws IOException {
        close();
        recordsRead = 0;
        files = openPair();
    }

    private IdxPair openPair() {
        URI[] uris = locations();
        return new IdxPair(uris[0], uris[1], streamCreatorFn);
    }

    private URI[] locations() {
        // Not locationsIterator(), which may shuffle: here the order says which file is which.
        URI[] uris = inputSplit.locations();
        if (uris.length != 2) {
            throw new DataException(
                    "An IDX reader needs 2 locations, the images file and the labels file; the split has " + uris.length
                            + ".");
        }
        return uris;
    }

    private IdxPair open() {
        if (files == null) {
            throw new IllegalStateException("The record reader is not initialized, or closed.");
        }
        return files;
    }

    private long index(RecordMetaData metaData) {
        if (metaData instanceof RecordMetaDataIndex index
                && index.getIndex() >= 0
                && locations()[0].equals(index.getURI())) {
            return index.getIndex();
        }
        throw new IllegalArgumentException("Expected the index of a record of " + DataFiles.location(locations()[0])
                + ", got " + metaData.getClass().getSimpleName() + " " + metaData.getLocation() + " of "
                + metaData.getURI() + ".");
    }

    private static List<Writable> readRecord(IdxPair pair) {
        byte[] pixels = new byte[LabelledImages.PIXELS];
        int label = pair.next(pixels);
        return record(pixels, label);
    }

    /** Returns the record of an image: its 784 unsigned bytes, and its label. */
    static List<Writable> record(byte[] pixels, int label) {
        float[] values = new float[pixels.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = pixels[k] & 0xff;
        }
        return List.of(new NDArrayWritable(Nd4j.createFromArray(new float[][] {values})), new IntWritable(label));
    }
}
