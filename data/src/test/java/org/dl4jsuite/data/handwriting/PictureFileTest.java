package org.dl4jsuite.data.handwriting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.dl4jsuite.data.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void everyFormatIsReadAndTruncatedItIsRefused(String format) throws IOException {
        byte[] bytes = bytes(format, bar(300, 200));
        Handwriting digit = Handwriting.read(write("1." + format, bytes));
        assertThat(digit.width()).isEqualTo(300);
        assertThat(digit.height()).isEqualTo(200);
        for (int length : new int[] {30, bytes.length / 2}) {
            assertRefused(write("cut." + format, Arrays.copyOf(bytes, length)), "cut." + format, "damaged");
        }
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        assertRefused(folder, "is a folder");
        assertRefused(folder.resolve("missing.png"), "missing.png", "no such file");
        assertRefused(write("empty.png", new byte[0]), "empty.png", "is no picture");
        assertRefused(write("text.png", "seven".getBytes(StandardCharsets.UTF_8)), "is no picture");
        assertRefused(write("dot.png", bytes("png", new BufferedImage(1, 1, 1))), "dot.png", "1 x 1");
        assertRefused(write("blank.png", bytes("png", new BufferedImage(200, 200, 1))), "blank.png", "no ink");
    }

    /** Only the header is there: who reads on finds a damaged picture. */
    @Test
    void tooLargeAPictureIsRefusedByItsHeader() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(file);
        data.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeBytes("IHDR");
        fields.writeInt(20_000);
        fields.writeInt(20_000);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        CRC32 checksum = new CRC32();
        checksum.update(header.toByteArray());
        data.write(header.toByteArray());
        data.writeInt((int) checksum.getValue());
        assertRefused(write("huge.png", file.toByteArray()), "huge.png", "20000 x 20000", "scale the picture down");
    }

    /** Most of it blank, it is as small as its format can make it, but for some bytes. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "gif"})
    void ofMorePixelsThanItsBytesCanHoldAPictureIsRefusedByItsHeader(String format) throws IOException {
        BufferedImage blank = new BufferedImage(5000, 5000, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = blank.createGraphics();
        pen.fillRect(0, 0, 5000, 5000);
        pen.setColor(Color.BLACK);
        pen.fillRect(2400, 1000, 200, 3000);
        pen.dispose();
        byte[] packed = bytes(format, blank);
        assertThat(PictureFile.read("packed", packed).width()).isEqualTo(5000);

        byte[] little = Arrays.copyOf(packed, 2000);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> PictureFile.read("little", little))
                .withMessageContaining("5000 x 5000 pixels do not fit into its 2000 bytes");
    }

    /** Exif's orientation 6: the top is at the right of what is stored. */
    @Test
    void aPhotographIsTurnedUpright() throws IOException {
        byte[] jpeg = bytes("jpg", bar(300, 200));
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8, // directory at 8
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            6,
            0,
            0,
            0,
            0,
            0,
            0 // one entry: tag 274, a short, 6
        };
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.write(jpeg, 0, 2);
        turned.write(exif);
        turned.write(jpeg, 2, jpeg.length - 2);
        assertThat(inkOfRow(write("upright.jpg", jpeg), 14)).isBetween(2, 4);
        assertThat(inkOfRow(write("turned.jpg", turned.toByteArray()), 14)).isBetween(19, 21);
    }

    /** Columns with ink in the middle row. */
    private static int inkOfRow(Path file, int row) {
        byte[] pixels = Handwriting.read(file).centred();
        int count = 0;
        for (int x = 0; x < 28; x++) {
            count += (pixels[28 * row + x] & 0xff) > 100 ? 1 : 0;
        }
        return count;
    }

    /** White, with an upright dark bar. */
    private static BufferedImage bar(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < width * height; k++) {
            boolean ink = Math.abs(k % width - width / 2) < 10 && Math.abs(k / width - height / 2) < height / 3;
            picture.setRGB(k % width, k / width, ink ? 0x202020 : 0xffffff);
        }
        return picture;
    }

    private static byte[] bytes(String format, BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void assertRefused(Path file, String... named) {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> Handwriting.read(file))
                .withMessageContainingAll(named)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1).doesNotContain("null"));
    }
}
