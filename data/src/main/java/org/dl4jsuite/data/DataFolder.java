package org.dl4jsuite.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A data set in a folder of your own, in one of two forms:
 *
 * <ul>
 *   <li>four IDX files, as MNIST, Fashion-MNIST and EMNIST have them: {@code train-images-idx3-ubyte}, {@code
 *       train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}. {@code test} may
 *       stand for {@code t10k}, any prefix may come first ({@code emnist-digits-train-images-idx3-ubyte}), a dot may
 *       stand for the hyphen before {@code idx};
 *   <li>two CSV files, {@code *train*.csv} and {@code *test*.csv}: in each row the label, then 784 pixels of 0 to 255.
 *       A header row is passed over.
 * </ul>
 *
 * <p>Each file may be gzipped, with {@code .gz} behind its name, and names may be in capitals or not.
 *
 * <p>Images keep the orientation they have in the file. EMNIST's are transposed relative to MNIST's: rows and columns
 * change places. A network learns them as well, but one trained on the one set does not read the other.
 */
public final class DataFolder {
    private enum Role {
        TRAIN_IMAGES("train-images-idx3-ubyte", "train-images[-.]idx3-ubyte"),
        TRAIN_LABELS("train-labels-idx1-ubyte", "train-labels[-.]idx1-ubyte"),
        TEST_IMAGES("t10k-images-idx3-ubyte", "(t10k|test)-images[-.]idx3-ubyte"),
        TEST_LABELS("t10k-labels-idx1-ubyte", "(t10k|test)-labels[-.]idx1-ubyte"),
        TRAIN_CSV("*train*.csv", "train.*\\.csv"),
        TEST_CSV("*test*.csv", "test.*\\.csv");

        private static final List<Role> IDX = List.of(TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS);
        private static final List<Role> CSV = List.of(TRAIN_CSV, TEST_CSV);

        private final String usualName;
        private final Pattern names;

        Role(String usualName, String endings) {
            this.usualName = usualName;
            this.names = Pattern.compile(".*" + endings + "(\\.gz)?", Pattern.CASE_INSENSITIVE);
        }
    }

    private final Path folder;
    private final Map<Role, Path> files = new EnumMap<>(Role.class);

    private DataFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the folder's data set; its source is the folder's own name.
     *
     * @throws DataException if there is no such folder, not exactly one data set in it, or something wrong in a file
     */
    public static Split load(Path folder) {
        DataFolder dataFolder = new DataFolder(folder);
        dataFolder.findFiles();
        return dataFolder.read();
    }

    private void findFiles() {
        List<Path> all = list();
        List<Path> idx = candidates(all, Role.IDX);
        List<Path> csv = candidates(all, Role.CSV);
        if (idx.isEmpty() && csv.isEmpty()) {
            throw new DataException(folder + ": has none of the files looked for; put in " + names(Role.IDX) + ", or "
                    + names(Role.CSV) + " (each also with .gz).");
        }
        if (!idx.isEmpty() && !csv.isEmpty()) {
            throw ambiguous(candidates(all, List.of(Role.values())));
        }
        List<Role> form = csv.isEmpty() ? Role.IDX : Role.CSV;
        List<Role> missing = new ArrayList<>();
        for (Role role : form) {
            List<Path> found = candidates(all, List.of(role));
            if (found.size() > 1) {
                throw ambiguous(found);
            }
            if (found.isEmpty()) {
                missing.add(role);
            } else {
                files.put(role, found.get(0));
            }
        }
        if (!missing.isEmpty()) {
            throw new DataException(folder + ": has " + joined(files.values(), ", ") + ", but not " + names(missing)
                    + "; put that in as well.");
        }
        if (csv.size() == 1) {
            throw new DataException(folder + ": has " + joined(csv, "") + " only, whose name says both train and test;"
                    + " put in a file for each.");
        }
    }

    /** Returns the files that could play one of the roles. */
    private static List<Path> candidates(List<Path> all, List<Role> roles) {
        return all.stream()
                .filter(file -> roles.stream()
                        .anyMatch(role -> role.names.matcher(name(file)).matches()))
                .toList();
    }

    private Split read() {
        DataFiles opener = new DataFiles();
        LabelledImages train;
        LabelledImages test;
        if (files.containsKey(Role.TRAIN_CSV)) {
            train = ImageFiles.csv(file(Role.TRAIN_CSV).toUri(), opener);
            test = ImageFiles.csv(file(Role.TEST_CSV).toUri(), opener);
        } else {
            train = ImageFiles.idx(
                    file(Role.TRAIN_IMAGES).toUri(), file(Role.TRAIN_LABELS).toUri(), opener);
            test = ImageFiles.idx(
                    file(Role.TEST_IMAGES).toUri(), file(Role.TEST_LABELS).toUri(), opener);
        }
        return new Split(train, test, name(folder.toAbsolutePath().normalize()), opener.checksums());
    }

    /** Returns the regular files of the folder, sorted so that a message does not depend on the file system. */
    private List<Path> list() {
        if (!Files.exists(folder)) {
            throw new DataException(folder + ": there is no such folder; check the name.");
        }
        if (!Files.isDirectory(folder)) {
            throw new DataException(folder + ": is a file; give the folder it is in.");
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new DataException(
                    folder + ": cannot be listed (" + e.getMessage() + "); check that you may read it.", e);
        }
    }

    private Path file(Role role) {
        Path file = files.get(role);
        if (file == null) {
            throw new IllegalStateException("No file for " + role + ".");
        }
        return file;
    }

    private DataException ambiguous(List<Path> candidates) {
        return new DataException(folder + ": has " + joined(candidates, " and ")
                + "; leave one data set in the folder, each file once.");
    }

    private static String joined(Collection<Path> paths, String separator) {
        return paths.stream().map(DataFolder::name).collect(Collectors.joining(separator));
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    private static String names(List<Role> roles) {
        return roles.stream().map(role -> role.usualName).collect(Collectors.joining(", "));
    }
}
