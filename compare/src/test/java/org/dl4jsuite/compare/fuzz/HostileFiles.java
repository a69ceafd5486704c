package org.dl4jsuite.compare.fuzz;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.compare.Sha256;
import org.dl4jsuite.compare.interchange.ModelFile;
import org.dl4jsuite.compare.model.NetworkSpec;
import org.dl4jsuite.compare.model.Side;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.LabelledImages;

/** Puts hostile bytes into what is sound otherwise, in a temporary folder; each file replaces the one before. */
final class HostileFiles {
    private static final int IMAGES = 2;
    private static final int MAX_NAMES = 20;
    private static final String EXIF = "Exif\0\0";
    /** What the two bytes of a segment's length leave. */
    private static final int MAX_EXIF_BYTES = 65_535 - 2 - EXIF.length();

    private static final Path FOLDER = temporaryFolder();
    private static final byte[] PHOTOGRAPH = photograph();
    private static final Map<String, byte[]> DL4J_ENTRIES = dl4jEntries();

    private HostileFiles() {}

    /** Returns a file of these bytes. */
    static Path file(String name, byte[] content) throws IOException {
        return Files.write(FOLDER.resolve(name), content);
    }

    /** Returns a data folder of two images, in which one IDX file has these bytes. */
    static Path idx(String name, byte[] content) throws IOException {
        Path folder = FOLDER.resolve("idx-" + name);
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            ByteBuffer images = ByteBuffer.allocate(16 + IMAGES * LabelledImages.PIXELS);
            images.putInt(0x803).putInt(IMAGES).putInt(LabelledImages.HEIGHT).putInt(LabelledImages.WIDTH);
            ByteBuffer labels = ByteBuffer.allocate(8 + IMAGES).putInt(0x801).putInt(IMAGES);
            for (String set : List.of("train", "t10k")) {
                Files.write(folder.resolve(set + "-images-idx3-ubyte"), images.array());
                Files.write(folder.resolve(set + "-labels-idx1-ubyte"), labels.array());
            }
        }
        Files.write(folder.resolve(name), content);
        return folder;
    }

    /** Returns a data folder of CSV files, of which the one to learn from has these bytes. */
    static Path csv(byte[] content) throws IOException {
        Path folder = FOLDER.resolve("csv");
        if (!Files.exists(folder)) {
            Files.createDirectory(folder);
            Files.writeString(folder.resolve("test.csv"), "7" + ",0".repeat(LabelledImages.PIXELS));
        }
        Files.write(folder.resolve("train.csv"), content);
        return folder;
    }

    /** Returns a folder of empty files with these names, a line each. */
    static Path folderOf(byte[] names) throws IOException {
        Path folder = Files.createDirectories(FOLDER.resolve("folder"));
        try (Stream<Path> before = Files.list(folder)) {
            for (Path file : before.toList()) {
                Files.delete(file);
            }
        }
        List<String> possible = new String(names, StandardCharsets.US_ASCII)
                .lines()
                .filter(name -> name.matches("[^/\0\ufffd]{1,200}") && !name.matches("\\.{1,2}"))
                .limit(MAX_NAMES)
                .toList();
        for (String name : possible) {
            Files.write(folder.resolve(name), new byte[0]);
        }
        return folder;
    }

    /** Returns a sound JPEG with these bytes as its Exif segment. */
    static byte[] photographWithExif(byte[] exif) {
        int length = Math.min(exif.length, MAX_EXIF_BYTES);
        ByteBuffer file = ByteBuffer.allocate(PHOTOGRAPH.length + 4 + EXIF.length() + length);
        file.put(PHOTOGRAPH, 0, 2).putShort((short) 0xffe1).putShort((short) (2 + EXIF.length() + length));
        file.put(EXIF.getBytes(StandardCharsets.US_ASCII)).put(exif, 0, length);
        return file.put(PHOTOGRAPH, 2, PHOTOGRAPH.length - 2).array();
    }

    /** Returns a {@code .npz} whose W1 has these bytes. */
    static Path npz(byte[] array) throws IOException {
        return file("array.npz", zip(Map.of("W1.npy", array)));
    }

    /** Returns a network's zip in which one entry has these bytes. */
    static Path dl4jZip(String entry, byte[] content) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>(DL4J_ENTRIES);
        entries.put(entry, content);
        return file("entries.zip", zip(entries));
    }

    /** Returns a checkpoint of these bytes and their checksum. */
    static Path checkpoint(byte[] content) throws IOException {
        return file("1.checkpoint", join(content, Sha256.start().digest(content)));
    }

    /** Returns a report's folder, in which a part of this name has these bytes and their checksum. */
    static Path part(String name, byte[] content) throws IOException {
        Path folder = FOLDER.resolve("report");
        Path parts = Files.createDirectories(folder.resolve(".parts"));
        String checksum = Sha256.of(content) + "\n";
        Files.write(parts.resolve(name + ".part"), join(content, checksum.getBytes(StandardCharsets.US_ASCII)));
        return folder;
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** A network of 2-2-1 nodes, without the description of the suite's own. */
    private static Map<String, byte[]> dl4jEntries() {
        Path file = FOLDER.resolve("sound.zip");
        Map<String, byte[]> entries = new TreeMap<>();
        try {
            Provenance origin = Provenance.withoutDl4j(Map.of(), Map.of());
            NetworkSpec network = NetworkSpec.of(2, 2, 1);
            ModelFile.write(file, SavedModel.of(Side.DL4J, network, origin, new double[] {1, -2, 3, -4, 0.5, 0.25}));
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.remove("provenance.json");
        return entries;
    }

    /** A stroke of ink, 28 x 28. */
    private static byte[] photograph() {
        BufferedImage image =
                new BufferedImage(LabelledImages.WIDTH, LabelledImages.HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, LabelledImages.WIDTH, LabelledImages.HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(12, 5, 4, 18);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("hostile");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            // left to the system
        }
    }
}
