package org.dl4jsuite.compare.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dl4jsuite.compare.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back bit by bit; NumPy and the suite read each other. */
class NpzTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("W1", NpyArray.of(new double[] {1, -0.0, Double.NaN, 1e-320, 0.1, 2}, List.of(2, 3)));
        arrays.put("b1", NpyArray.ofFloats(new double[] {0.1f, 3}, List.of(2)));
        arrays.put("rate", NpyArray.number(0.3));
        arrays.put("empty", NpyArray.of(new double[0], List.of(0, 4)));
        arrays.put("activations", NpyArray.text("tanh,sigmoid"));
        arrays.put("note", NpyArray.text("größer 𝛿"));
        Path file = folder.resolve("a.npz");
        Npz.write(file, arrays);
        byte[] bytes = Files.readAllBytes(file);
        Npz.write(file, arrays);
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        Map<String, NpyArray> read = Npz.read(file);
        assertThat(read.keySet()).containsExactlyElementsOf(arrays.keySet());
        arrays.forEach((name, array) -> {
            NpyArray other = of(read, name);
            assertThat(other.values()).as(name).isEqualTo(array.values());
            assertThat(List.of(other.dtype(), other.shape(), other.texts()))
                    .isEqualTo(List.of(array.dtype(), array.shape(), array.texts()));
        });
        assertThat(of(read, "activations").text()).isEqualTo("tanh,sigmoid");
        assertThat(of(read, "note").isText()).isTrue();
        assertThat(of(read, "W1").isText()).isFalse();
    }

    @Test
    void numpysArraysOfAllKindsAreRead() throws Exception {
        Python.with("numpy").run(folder, """
                import io, zipfile, numpy as np
                a = np.arange(24.0).reshape(2, 3, 4) / 7
                arrays = {"c": a, "fortran": np.asfortranarray(a), "slice": a[:, ::2, 1:].T}
                for dtype in "<f4", ">f4", ">f8", "i1", "u1", "<i2", ">i2", "<u2", "<i4", ">u4", "<i8", ">i8", "<u8":
                    arrays["as" + dtype.replace("<", "L").replace(">", "B")] = np.array([[0, 1], [100, 3]], dtype)
                arrays["negative"] = np.array([-2, 127], "i1")
                arrays["unsigned"] = np.array([254, 127], "u1")
                arrays["bool"] = np.array([True, False])
                arrays["zero_d"] = np.array(0.1)
                arrays["empty"] = np.zeros((0, 3))
                arrays["text"] = np.array("tanh,sigmoid")
                arrays["bigText"] = np.array("gr\\u00f6\\U0001d6ff", ">U5")
                arrays["texts"] = np.array(["tanh", "sigmoid"])
                arrays["grid"] = np.asfortranarray([["a", "b"], ["c", "d"]])
                arrays["nothing"] = np.array("")
                np.savez("stored.npz", **arrays)
                np.savez_compressed("packed.npz", **arrays)
                with zipfile.ZipFile("versions.npz", "w") as z:
                    for version in 1, 2, 3:
                        b = io.BytesIO()
                        np.lib.format.write_array(b, a, (version, 0))
                        z.writestr(f"v{version}.npy", b.getvalue())
                """);
        double[] values = new double[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / 7.0;
        }
        for (String name : List.of("stored.npz", "packed.npz")) {
            Map<String, NpyArray> read = Npz.read(folder.resolve(name));
            for (String order : List.of("c", "fortran")) {
                assertThat(of(read, order).values()).isEqualTo(values);
                assertThat(of(read, order).shape()).containsExactly(2, 3, 4);
            }
            // slice[k][j][i] = a[i][2j][k + 1]
            assertThat(of(read, "slice").shape()).containsExactly(3, 2, 2);
            assertThat(of(read, "slice").values()[2 * 4 + 1 * 2 + 0]).isEqualTo((0 * 12 + 2 * 4 + 3) / 7.0);
            read.forEach((key, array) -> {
                if (key.startsWith("as")) {
                    assertThat(array.values()).as(key).containsExactly(0, 1, 100, 3);
                }
            });
            assertThat(read.keySet().stream().filter(key -> key.startsWith("as")))
                    .hasSize(13);
            assertThat(of(read, "negative").values()).containsExactly(-2, 127);
            assertThat(of(read, "unsigned").values()).containsExactly(254, 127);
            assertThat(of(read, "bool").values()).containsExactly(1, 0);
            assertThat(of(read, "zero_d").values()).containsExactly(0.1);
            assertThat(of(read, "zero_d").shape()).isEmpty();
            assertThat(of(read, "empty").shape()).containsExactly(0, 3);
            assertThat(of(read, "text").text()).isEqualTo("tanh,sigmoid");
            assertThat(of(read, "bigText").text()).isEqualTo("grö\ud835\udeff");
            assertThat(of(read, "texts").text()).isEqualTo("tanh,sigmoid");
            assertThat(of(read, "grid").texts()).containsExactly("a", "b", "c", "d");
            assertThat(of(read, "nothing").text()).isEmpty();
        }
        Map<String, NpyArray> versions = Npz.read(folder.resolve("versions.npz"));
        assertThat(versions).containsOnlyKeys("v1", "v2", "v3");
        versions.forEach((key, array) -> assertThat(array.values()).as(key).isEqualTo(values));
    }

    private static NpyArray of(Map<String, NpyArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    @Test
    void numpyReadsWhatIsWritten() throws Exception {
        Python python = Python.with("numpy");
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("W1", NpyArray.of(new double[] {1, 2, 3, 4, 5, 0.1}, List.of(2, 3)));
        arrays.put("b1", NpyArray.ofFloats(new double[] {0.5, 3}, List.of(2)));
        arrays.put("rate", NpyArray.number(0.1));
        arrays.put("note", NpyArray.text("größer 𝛿"));
        Npz.write(folder.resolve("a.npz"), arrays);
        assertThat(python.run(folder, """
                import numpy as np
                a = np.load("a.npz")
                print(a.files, a["W1"].tolist(), a["W1"].dtype, a["b1"].tolist(), a["b1"].dtype, float(a["rate"]))
                print(ascii(str(a["note"])))
                """).lines())
                .containsExactly(
                        "['W1', 'b1', 'rate', 'note'] [[1.0, 2.0, 3.0], [4.0, 5.0, 0.1]] float64 [0.5, 3.0] float32 0.1",
                        "'gr\\xf6\\xdfer \\U0001d6ff'");
    }

    @Test
    void numpysPicklesAreNotRead() throws Exception {
        Python.with("numpy").run(folder, "import numpy as np; np.savez('p.npz', o=np.array([{}, None], object))");
        assertThatThrownBy(() -> Npz.read(folder.resolve("p.npz")))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("p.npz: o: an array of Python objects (dtype |O) is a pickle");
    }
}
