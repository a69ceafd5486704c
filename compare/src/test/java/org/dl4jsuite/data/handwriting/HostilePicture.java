package org.dl4jsuite.data.handwriting;

import java.io.IOException;

/** Decodes a picture, without looking for a digit in it. */
public final class HostilePicture {
    private HostilePicture() {}

    /**
     * Decodes a file's bytes.
     *
     * @throws org.dl4jsuite.data.DataException if they are no sound picture
     */
    public static void decode(byte[] file) throws IOException {
        PictureFile.read("picture", file);
    }
}
