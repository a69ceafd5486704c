package org.dl4jsuite.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.nd4j.common.function.Function;

/** An IDX images file and its labels file, read in step. */
final class IdxPair implements Closeable {
    private final IdxFile images;
    private final IdxFile labels;
    private final byte[] label = new byte[1];

    /**
     * Opens both and reads their headers.
     *
     * @throws DataException if one is not what it should be, or their counts differ
     */
    IdxPair(URI imagesUri, URI labelsUri, Function<URI, InputStream> opener) {
        this.images = IdxFile.images(imagesUri, opener.apply(imagesUri));
        try {
            this.labels = IdxFile.labels(labelsUri, opener.apply(labelsUri));
        } catch (RuntimeException e) {
            Streams.closeAfter(e, images);
            throw e;
        }
        if (images.count() != labels.count()) {
            DataException differ = new DataException(images.file() + ": has " + images.count() + " images, but "
                    + labels.file() + " has " + labels.count() + " labels; give two files that belong together.");
            Streams.closeAfter(differ, this);
            throw differ;
        }
    }

    /** The number of images both headers claim. */
    long count() {
        return images.count();
    }

    boolean hasNext() {
        return images.hasNext();
    }

    /**
     * Reads the next image.
     *
     * @param pixels takes its 784 bytes
     * @return its label, 0 to 9
     */
    int next(byte[] pixels) {
        images.next(pixels);
        labels.next(label);
        int value = label[0] & 0xff;
        if (value >= LabelledImages.CLASSES) {
            throw new DataException(labels.file() + ": label " + labels.itemsRead() + " of " + count() + " is " + value
                    + "; labels must be 0 to " + (LabelledImages.CLASSES - 1) + ".");
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        try (labels) {
            images.close();
        }
    }
}
