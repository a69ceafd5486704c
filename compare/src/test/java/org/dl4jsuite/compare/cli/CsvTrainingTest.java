package org.dl4jsuite.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.dl4jsuite.compare.Json;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.Mnist;
import org.dl4jsuite.data.Split;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The book's two small files, which are MNIST's first images, as they are and as other programs save them. */
class CsvTrainingTest {
    private static final String HEADER = "label" + ",pixel".repeat(LabelledImages.PIXELS) + "\n";

    @TempDir
    private Path folder;

    @Test
    void howTheRowsAreWrittenMakesNoDifferenceToTheNetwork() throws IOException {
        JsonNode fromMnist = train("mnist.json", "--train", "100", "--test", "10");
        JsonNode plain = train("plain.json", "--data", write("plain", rows -> rows));
        JsonNode decorated = train(
                "decorated.json",
                "--data",
                write("decorated", rows -> ("\ufeff" + HEADER + rows + "\n").replace("\n", "\r\n")));
        assertThat(plain).hasSize(784 * 20 + 20 * 10).isEqualTo(fromMnist);
        assertThat(decorated).isEqualTo(plain);
    }

    private String write(String name, UnaryOperator<String> form) throws IOException {
        Split small = Mnist.load().first(100, 10);
        Path data = Files.createDirectory(folder.resolve(name));
        Files.writeString(data.resolve("mnist_train_100.csv"), form.apply(rows(small.train())));
        Files.writeString(data.resolve("mnist_test_10.csv"), form.apply(rows(small.test())));
        return data.toString();
    }

    private static String rows(LabelledImages images) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < images.size(); i++) {
            rows.append(images.label(i));
            for (int k = 0; k < LabelledImages.PIXELS; k++) {
                rows.append(',').append(images.pixel(i, k));
            }
            rows.append('\n');
        }
        return rows.toString();
    }

    /** The trained parameters; their JSON is of every bit. */
    private JsonNode train(String model, String... data) throws IOException {
        Path file = folder.resolve(model);
        StringWriter out = new StringWriter();
        String[] arguments = new String[7 + data.length];
        System.arraycopy(
                new String[] {"train", "--side", "scratch", "--hidden", "20", "--save", file.toString()},
                0,
                arguments,
                0,
                7);
        System.arraycopy(data, 0, arguments, 7, data.length);
        assertThat(Main.execute(new PrintWriter(out), new PrintWriter(out), arguments))
                .as(out.toString())
                .isZero();
        return Json.MAPPER.readTree(file.toFile()).at("/parameters");
    }
}
