package org.dl4jsuite.data.handwriting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.w3c.dom.NodeList;

/**
 * How a camera was held: the JDK does not turn a photograph upright, it only keeps the note.
 *
 * <p>The note is tag 274 of the TIFF directory in the JPEG's APP1 marker (Exif 2.3, section 4.6.4): 1 for upright, 6 for a
 * picture that must be turned clockwise by 90 degrees, and so on to 8.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int ORIENTATION_TAG = 274;
    private static final String APP1 = "225";
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private ExifOrientation() {}

    /** The orientation of a JPEG reader's first picture, 1 to 8; upright if it says nothing that can be understood. */
    static int of(ImageReader jpeg) {
        try {
            IIOMetadataNode root =
                    (IIOMetadataNode) jpeg.getImageMetadata(0).getAsTree("javax_imageio_jpeg_image_1.0");
            NodeList markers = root.getElementsByTagName("unknown");
            for (int i = 0; i < markers.getLength(); i++) {
                IIOMetadataNode marker = (IIOMetadataNode) markers.item(i);
                if (marker.getAttribute("MarkerTag").equals(APP1)
                        && marker.getUserObject() instanceof byte[] bytes
                        && bytes.length > EXIF.length
                        && Arrays.equals(bytes, 0, EXIF.length, EXIF, 0, EXIF.length)) {
                    return ofTiff(Arrays.copyOfRange(bytes, EXIF.length, bytes.length));
                }
            }
        } catch (IOException | RuntimeException e) {
            return UPRIGHT; // odd metadata are no reason to refuse the picture
        }
        return UPRIGHT;
    }

    /** TIFF 6.0, section 2: byte order, 42, where the directory lies; its entries of 12 bytes each. */
    private static int ofTiff(byte[] bytes) {
        ByteBuffer tiff = ByteBuffer.wrap(bytes);
        tiff.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory);
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (tiff.getShort(entry) == ORIENTATION_TAG) {
                int orientation = tiff.getShort(entry + 8);
                return orientation >= UPRIGHT && orientation <= LAST ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
