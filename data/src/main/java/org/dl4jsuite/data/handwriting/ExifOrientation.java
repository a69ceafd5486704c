package org.dl4jsuite.data.handwriting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.stream.ImageInputStream;

/**
 * How a camera was held: the JDK does not turn a photograph upright, and its metadata refuse some that cameras write.
 *
 * <p>The note is tag 274 of the TIFF directory in the JPEG's APP1 segment (Exif 2.3, section 4.6.4): 1 for upright, 6 for a
 * picture that must be turned clockwise by 90 degrees, and so on to 8.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;
    private static final int LAST = 8;
    private static final int ORIENTATION_TAG = 274;
    private static final int START_OF_IMAGE = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int FIRST_SEGMENT = 0xffc0;
    private static final int START_OF_SCAN = 0xffda;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    private ExifOrientation() {}

    /** The orientation of a picture file, 1 to 8; upright if it says nothing that can be understood, or is no JPEG. */
    static int of(ImageInputStream stream) throws IOException {
        stream.seek(0);
        try {
            return stream.readUnsignedShort() == START_OF_IMAGE ? ofSegments(stream) : UPRIGHT;
        } catch (IOException | IndexOutOfBoundsException e) {
            return UPRIGHT; // odd segments are the decoder's to judge
        } finally {
            stream.seek(0);
        }
    }

    /** ITU-T T.81, section B.1.1.4: a marker, the segment's length with these two bytes of it, its content. */
    private static int ofSegments(ImageInputStream stream) throws IOException {
        int marker = stream.readUnsignedShort();
        while (marker >= FIRST_SEGMENT && marker != START_OF_SCAN) {
            byte[] content = new byte[Math.max(0, stream.readUnsignedShort() - 2)];
            stream.readFully(content);
            boolean exif = content.length > EXIF.length && Arrays.equals(content, 0, EXIF.length, EXIF, 0, EXIF.length);
            if (marker == APP1 && exif) {
                return ofTiff(Arrays.copyOfRange(content, EXIF.length, content.length));
            }
            marker = stream.readUnsignedShort();
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
