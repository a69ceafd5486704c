package org.dl4jsuite.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.listener.impl.LogRecordListener;
import org.datavec.api.records.metadata.RecordMetaDataLine;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.split.FileSplit;
import org.datavec.api.split.StreamInputSplit;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

class IdxRecordReaderTest {
    private final LabelledImages images = TestFiles.images(7, 3);

    @TempDir
    private Path folder;

    private URI imagesUri;
    private URI labelsUri;

    @BeforeEach
    void writeFiles() {
        imagesUri =
                TestFiles.write(folder, "images", TestFiles.idxImages(images)).toUri();
        labelsUri =
                TestFiles.write(folder, "labels", TestFiles.idxLabels(images)).toUri();
    }

    @Test
    void aRecordIsTheImageThenItsLabel() throws Exception {
        try (IdxRecordReader reader = reader(imagesUri, labelsUri)) {
            assertReadsAllImages(reader);
            assertThatThrownBy(reader::next)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("All 7 records are read; reset() starts again.");
        }
    }

    @Test
    void resetReplays() throws Exception {
        try (IdxRecordReader reader = reader(imagesUri, labelsUri)) {
            reader.next();
            reader.next();
            assertThat(reader.resetSupported()).isTrue();
            reader.reset();
            assertReadsAllImages(reader);
            reader.reset();
            assertReadsAllImages(reader);
            reader.reset();
            assertThat(reader.nextRecord().getMetaData().getLocation()).isEqualTo("index=0");
        }
    }

    @Test
    void knowsGzipByItsContentNotItsName() throws Exception {
        Path packed = TestFiles.write(folder, "packed", TestFiles.gzip(TestFiles.idxImages(images)));
        Path plain = TestFiles.write(folder, "plain.gz", TestFiles.idxLabels(images));
        try (IdxRecordReader reader = reader(packed.toUri(), plain.toUri())) {
            assertReadsAllImages(reader);
        }
    }

    @Test
    void readsResourcesInAJar() throws Exception {
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (JarOutputStream entries = new JarOutputStream(jar)) {
            entries.putNextEntry(new JarEntry("in/images"));
            entries.write(TestFiles.idxImages(images));
            entries.putNextEntry(new JarEntry("in/labels"));
            entries.write(TestFiles.idxLabels(images));
        }
        String inJar =
                "jar:" + TestFiles.write(folder, "a jar.jar", jar.toByteArray()).toUri() + "!/in/";
        try (IdxRecordReader reader = reader(URI.create(inJar + "images"), URI.create(inJar + "labels"))) {
            assertReadsAllImages(reader);
        }
    }

    /** DataVec's StreamInputSplit brings its own way to open a location, and may iterate in random order. */
    @Test
    void readsTheStreamsOfASplitInTheGivenOrder() throws Exception {
        List<URI> uris = List.of(URI.create("memory:images"), URI.create("memory:labels"));
        for (int seed = 0; seed < 4; seed++) {
            try (IdxRecordReader reader = new IdxRecordReader()) {
                reader.initialize(new StreamInputSplit(
                        uris,
                        uri -> new ByteArrayInputStream(TestFiles.gzip(
                                uri.equals(uris.get(0)) ? TestFiles.idxImages(images) : TestFiles.idxLabels(images))),
                        new Random(seed)));
                assertReadsAllImages(reader);
            }
        }
    }

    @Test
    void givesBatches() throws Exception {
        try (IdxRecordReader reader = reader(imagesUri, labelsUri)) {
            assertThat(reader.batchesSupported()).isTrue();
            assertThat(reader.next(5)).hasSize(5).allMatch(record -> record.size() == 2);
            assertThat(reader.next(5))
                    .hasSize(2)
                    .first()
                    .extracting(r -> r.get(1).toInt())
                    .isEqualTo(5);
            assertThat(reader.next(5)).isEmpty();
        }
    }

    @Test
    void findsRecordsAgainByTheirMetaData() throws Exception {
        try (IdxRecordReader reader = reader(imagesUri, labelsUri)) {
            List<Record> records = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                records.add(reader.nextRecord());
            }
            Record fifth = records.get(4);
            assertThat(fifth.getMetaData().getLocation()).isEqualTo("index=4");
            assertThat(fifth.getMetaData().getURI()).isEqualTo(imagesUri);
            assertThat(fifth.getMetaData().getReaderClass()).isEqualTo(IdxRecordReader.class);

            assertThat(reader.loadFromMetaData(fifth.getMetaData()).getRecord()).isEqualTo(fifth.getRecord());
            assertThat(reader
                            .loadFromMetaData(
                                    List.of(fifth.getMetaData(), records.get(0).getMetaData(), fifth.getMetaData()))
                            .stream()
                            .map(Record::getRecord))
                    .containsExactly(fifth.getRecord(), records.get(0).getRecord(), fifth.getRecord());
            assertThat(reader.next().get(1).toInt()).as("position kept").isEqualTo(6);
        }
    }

    @Test
    void refusesMetaDataOfSomethingElse() throws Exception {
        Path longer = TestFiles.write(folder, "longer", TestFiles.idxImages(TestFiles.images(9, 1)));
        Path longerLabels = TestFiles.write(folder, "longerLabels", TestFiles.idxLabels(TestFiles.images(9, 1)));
        Record ninth;
        try (IdxRecordReader reader = reader(longer.toUri(), longerLabels.toUri())) {
            reader.next(8);
            ninth = reader.nextRecord();
        }
        try (IdxRecordReader reader = reader(imagesUri, labelsUri)) {
            assertThatThrownBy(() -> reader.loadFromMetaData(ninth.getMetaData()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("images, got RecordMetaDataIndex index=8 of ");
            assertThatThrownBy(
                            () -> reader.loadFromMetaData(new RecordMetaDataLine(1, imagesUri, CSVRecordReader.class)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        TestFiles.write(folder, "longer", TestFiles.idxImages(images));
        TestFiles.write(folder, "longerLabels", TestFiles.idxLabels(images));
        try (IdxRecordReader reader = reader(longer.toUri(), longerLabels.toUri())) {
            assertThatThrownBy(() -> reader.loadFromMetaData(ninth.getMetaData()))
                    .hasMessage("Indices [8] must be 0 to 6.");
        }
    }

    @Test
    void tellsItsListenersAndKeepsItsConfiguration() throws Exception {
        Configuration configuration = new Configuration();
        try (IdxRecordReader reader = new IdxRecordReader()) {
            assertThat(reader.getConf()).isNull();
            reader.initialize(configuration, new CollectionInputSplit(List.of(imagesUri, labelsUri)));
            assertThat(reader.getConf()).isSameAs(configuration);
            List<Object> heard = new ArrayList<>();
            reader.setListeners(new LogRecordListener() {
                @Override
                public void recordRead(RecordReader source, Object record) {
                    heard.add(record);
                }
            });
            List<Writable> record = reader.next();
            assertThat(heard).containsExactly(record);
        }
    }

    @Test
    void namesTheClasses() {
        assertThat(new IdxRecordReader().getLabels()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void mustBeInitialisedFirst() throws Exception {
        IdxRecordReader reader = new IdxRecordReader();
        assertThatThrownBy(reader::hasNext).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(reader::reset).isInstanceOf(UnsupportedOperationException.class);
        reader.close();

        reader.initialize(new CollectionInputSplit(List.of(imagesUri, labelsUri)));
        reader.close();
        assertThatThrownBy(reader::hasNext).hasMessage("The record reader is not initialized, or closed.");
    }

    @Test
    void needsTwoLocations() throws Exception {
        assertThatThrownBy(() -> new IdxRecordReader()
                        .initialize(new FileSplit(Path.of(imagesUri).toFile())))
                .isInstanceOf(DataException.class)
                .hasMessage("An IDX reader needs 2 locations, the images file and the labels file; the split has 1.");
    }

    @Test
    void hasNoRecordInASingleStream() {
        assertThatThrownBy(() -> new IdxRecordReader()
                        .record(imagesUri, new DataInputStream(new ByteArrayInputStream(new byte[1000]))))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** Spark sends readers to its workers before they are initialised. */
    @Test
    void isSerialisable() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new IdxRecordReader());
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()));
                IdxRecordReader reader = (IdxRecordReader) in.readObject()) {
            reader.initialize(new CollectionInputSplit(List.of(imagesUri, labelsUri)));
            assertReadsAllImages(reader);
        }
    }

    private static IdxRecordReader reader(URI images, URI labels) throws Exception {
        IdxRecordReader reader = new IdxRecordReader();
        reader.initialize(new CollectionInputSplit(List.of(images, labels)));
        return reader;
    }

    private void assertReadsAllImages(RecordReader reader) {
        for (int i = 0; i < images.size(); i++) {
            assertThat(reader.hasNext()).isTrue();
            List<Writable> record = reader.next();
            assertThat(record).hasSize(2);
            INDArray pixels = ((NDArrayWritable) record.get(0)).get();
            assertThat(pixels.shape()).containsExactly(1, 784);
            assertThat(record.get(1).toInt()).isEqualTo(images.label(i));
            for (int k = 0; k < 784; k++) {
                assertThat(pixels.getDouble(0, k)).isEqualTo(images.pixel(i, k));
            }
        }
        assertThat(reader.hasNext()).isFalse();
    }
}
