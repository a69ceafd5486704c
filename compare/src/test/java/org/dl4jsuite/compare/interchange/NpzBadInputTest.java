package org.dl4jsuite.compare.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dl4jsuite.compare.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a file is said in one sentence that names it, before memory is taken for it. */
class NpzBadInputTest {
    private static final String HEADER = "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            {'descr': '|O', 'fortran_order': False, 'shape': (2,), } ~ Python objects (dtype |O) is a pickle
            {'descr': '<f2', 'fortran_order': False, 'shape': (2,), } ~ dtype <f2 is not read
            {'descr': '<c16', 'fortran_order': False, 'shape': (1,), } ~ dtype <c16 is not read
            {'descr': '=f8', 'fortran_order': False, 'shape': (2,), } ~ dtype =f8 is not read
            {'descr': 'f8', 'fortran_order': False, 'shape': (2,), } ~ dtype f8 is not read
            {'descr': '<U9999999', 'fortran_order': False, 'shape': (2,), } ~ dtype <U9999999 is not read
            {'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (2,), } ~ dtype [('a', '<f8')] is not read
            {'descr': '<f8', 'fortran_order': False, 'shape': (3,), } ~ of shape [3] and dtype <f8 takes
            {'descr': '<f8', 'fortran_order': False, 'shape': (2147483647,), } ~ of shape [2147483647] and dtype <f8 takes
            {'descr': '<f8', 'fortran_order': False, 'shape': (65536, 65536), } ~ [65536, 65536] has more elements
            {'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), } ~ its header is not a dictionary
            {'descr': '<f8', 'fortran_order': False, 'shape': (-2,), } ~ its header is not a dictionary
            {'descr': '<f8', 'fortran_order': False, 'shape': [2], } ~ its header is not a dictionary
            {'descr': '<f8', 'fortran_order': 0, 'shape': (2,), } ~ its header is not a dictionary
            {'descr': '<f8', 'fortran_order': False, } ~ its header is not a dictionary
            {'descr': '<f8', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)} ~ its header is not a dictionary
            {'descr': '<f8', 'fortran_order': False, 'shape': (2,), 'more': 'x'} ~ its header is not a dictionary
            [1] ~ its header is not a dictionary
            """)
    void aHeaderThatIsNotReadIsRefused(String header, String message) throws IOException {
        assertRefused(npz(Map.of("W1.npy", npy(1, header, new byte[16]))), "bad.npz: W1: ", message);
    }

    @Test
    void anArrayThatIsNoArrayIsRefused() throws IOException {
        assertRefused(npz(Map.of("W1.npy", new byte[100])), "does not begin as NumPy's arrays do");
        assertRefused(npz(Map.of("W1.npy", npy(4, HEADER, new byte[16]))), "version 4.0 of NumPy's array format");
        assertRefused(npz(Map.of("W1.npy", new byte[0])), "does not begin as NumPy's arrays do");
        byte[] array = npy(1, HEADER, new byte[16]);
        assertRefused(npz(Map.of("W1.npy", Arrays.copyOf(array, 20))), "ends too early");
        assertRefused(npz(Map.of("W1.npy", Arrays.copyOf(array, array.length - 1))), "but the file has");
        assertRefused(npz(Map.of("W1.npy", Arrays.copyOf(array, array.length + 1))), "but the file has");
        byte[] longHeader = npy(2, HEADER, new byte[16]);
        longHeader[11] = (byte) 0xff; // the highest byte of the length
        assertRefused(npz(Map.of("W1.npy", longHeader)), "a header of 42781");
    }

    @Test
    void namesThatArePathsAreRefused() throws IOException {
        byte[] array = npy(1, HEADER, new byte[16]);
        for (String name :
                new String[] {"../W1.npy", "/etc/W1.npy", "a\\W1.npy", "C:W1.npy", "a\u0000.npy", "folder/"}) {
            assertRefused(npz(Map.of(name, array)), "is a path or has no name");
        }
        assertRefused(npz(Map.of("W1.txt", array)), "has the entry \"W1.txt\", which is no array");
        assertRefused(npz(Map.of(".npy", array)), "has the entry \".npy\", which is no array");
    }

    @Test
    void aNameThatComesTwiceIsRefused() throws IOException {
        byte[] array = npy(1, HEADER, new byte[16]);
        byte[] zip = npz(Map.of("W1.npy", array, "W2.npy", array));
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("W2.npy", "W1.npy");
        assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), "has the entry \"W1.npy\" twice");
    }

    @Test
    void aZipThatClaimsMoreThanItCanHoldIsRefused() throws IOException {
        byte[] zip = npz(Map.of("W1.npy", npy(1, HEADER, new byte[16])));
        int size = central(zip) + 24;
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(size, Integer.MAX_VALUE);
        assertRefused(zip, "says that \"W1.npy\" has 2147483647 bytes, packed", "which no zip of");
    }

    @Test
    void aZipBombIsRefusedBeforeItIsUnpacked() throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000,), }\n";
        byte[] zip = npz(Map.of("W1.npy", npy(1, header, new byte[8_000_000])));
        assertThat(zip.length).isLessThan(10_000);
        Path file = Files.write(folder.resolve("bad.npz"), zip);
        assertThat(Npz.read(file, 1_000_000)).containsOnlyKeys("W1");
        assertThatThrownBy(() -> Npz.read(file, 999_999))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("W1: with it the file holds more than the 999999 values");
        String texts = "{'descr': '<U0', 'fortran_order': False, 'shape': (2000000000,), }\n";
        assertRefused(npz(Map.of("W1.npy", npy(1, texts, new byte[0]))), "with it the file holds more than");
    }

    @Test
    void aDamagedFileIsRefused() throws IOException {
        byte[] zip = npz(Map.of("W1.npy", npy(1, HEADER, new byte[16])));
        byte[] wrongChecksum = zip.clone();
        wrongChecksum[central(zip) + 16] ^= 1;
        assertRefused(wrongChecksum, "W1.npy: is damaged: its checksum is wrong");
        assertRefused(Arrays.copyOf(zip, zip.length - 5), "bad.npz: is not a .npz file");
        assertRefused(new byte[0], "bad.npz: is not a .npz file");
        assertRefused("{}".getBytes(StandardCharsets.UTF_8), "bad.npz: is not a .npz file");
        assertThatThrownBy(() -> Npz.read(folder.resolve("missing.npz")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("missing.npz: no such file");
    }

    @Test
    void anIntegerThatIsNoDoubleIsRefused() throws IOException {
        String header = "{'descr': '<i8', 'fortran_order': False, 'shape': (1,), }\n";
        byte[] large = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong((1L << 53) + 1)
                .array();
        assertRefused(npz(Map.of("t.npy", npy(1, header, large))), "t: the integer 9007199254740993 is not equal");
        String unsigned = header.replace("i8", "u8");
        byte[] largest = ByteBuffer.allocate(8).putLong(-1).array();
        assertRefused(npz(Map.of("t.npy", npy(1, unsigned, largest))), "t: the integer 18446744073709551615 is not");
    }

    @Test
    void aCharacterThatIsNoneIsRefused() throws IOException {
        String header = "{'descr': '<U1', 'fortran_order': False, 'shape': (), }\n";
        assertRefused(npz(Map.of("t.npy", npy(1, header, new byte[] {-1, -1, -1, 1}))), "none of Unicode's");
    }

    /** Any byte of a file may be anything: it is read or refused, never a fault. */
    @Test
    void aByteThatIsWrongIsNoFault() throws IOException {
        Random random = new Random(1);
        byte[] zip = npz(Map.of("W1.npy", npy(1, HEADER, new byte[16]), "a.npy", npy(3, HEADER, new byte[16])));
        for (int i = 0; i < 800; i++) {
            byte[] changed = zip.clone();
            changed[random.nextInt(zip.length)] = (byte) random.nextInt();
            changed[random.nextInt(zip.length)] = (byte) random.nextInt();
            Path file = Files.write(folder.resolve("bad.npz"), changed);
            Throwable thrown = catchThrowable(() -> Npz.read(file));
            assertThat(thrown == null || thrown instanceof UserError)
                    .as("%s", thrown)
                    .isTrue();
        }
    }

    private void assertRefused(byte[] npz, String... message) throws IOException {
        Path file = Files.write(folder.resolve("bad.npz"), npz);
        assertThatThrownBy(() -> Npz.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(message)
                .hasMessageEndingWith(".");
    }

    private static byte[] npy(int version, String header, byte[] elements) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer buffer =
                ByteBuffer.allocate(12 + text.length + elements.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        if (version == 1) {
            buffer.putShort((short) text.length);
        } else {
            buffer.putInt(text.length);
        }
        buffer.put(text).put(elements);
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static byte[] npz(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Where the first entry of the central directory is. */
    private static int central(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    }
}
