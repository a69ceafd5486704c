package org.dl4jsuite.compare.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code suite serve} in a JVM of 512 MB, asked 200 times at once for all that it should and should not answer. */
class ServeUnderLoadTest {
    private static final int AT_ONCE = 200;
    private static final int HUNDRED_MEGABYTES = 100 << 20;

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void twoHundredAtOnceGetTheRightStatusAndTheServerLives() throws Exception {
        Process server = start();
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            assertThat(line).matches("Listening on http://127\\.0\\.0\\.1:\\d+/");
            URI address = URI.create(line.substring("Listening on ".length()));
            String picture = ask(address, "/api/recognise", TinyService.sample("3-wobbly-large.png"), 200);
            for (int round = 0; round < 2; round++) {
                storm(address, picture);
            }
            assertThat(ask(address, "/api/recognise", TinyService.sample("3-wobbly-large.png"), 200))
                    .isEqualTo(picture);
            terminate(server);
            assertThat(out.readLine()).isNull();
        } finally {
            server.destroyForcibly();
        }
        assertThat(Files.readString(folder.resolve("err"))).doesNotContain("\tat ", "OutOfMemory", "a request failed");
    }

    private void storm(URI address, String expected) throws Exception {
        byte[] large = TinyService.sample("3-wobbly-large.png");
        byte[] cut = Arrays.copyOf(large, large.length / 2);
        byte[] wide = png(10_000, 9_999); // a file of 12 KB, 100 million pixels
        byte[] photograph = png(3_000, 4_000);
        int port = address.getPort();
        List<Callable<String>> tasks = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            tasks.add(
                    switch (i % 10) {
                        case 0 -> () -> expectStatus(413, status(address, "/api/recognise", hundredMegabytes()));
                        case 1 -> () -> ask(address, "/api/recognise", cut, 400);
                        case 2 -> () -> ask(address, "/api/recognise", new byte[1000], 400);
                        case 3 ->
                            () -> expectStatus(404, RawRequest.status(port, "GET /api/../x HTTP/1.1", host(port)));
                        case 4 ->
                            () -> expectStatus(403, RawRequest.status(port, "GET / HTTP/1.1", "Host: evil.example"));
                        case 5 ->
                            () -> expectStatus(405, RawRequest.status(port, "GET /api/recognise HTTP/1.1", host(port)));
                        case 6 -> () -> ask(address, "/api/recognise", wide, 400);
                        case 7 -> () -> ask(address, "/api/recognise", photograph, 400);
                        default ->
                            () -> {
                                assertThat(ask(address, "/api/recognise", large, 200))
                                        .isEqualTo(expected);
                                return "";
                            };
                    });
        }
        ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<String> answer : clients.invokeAll(tasks, 5, TimeUnit.MINUTES)) {
                answer.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Ends the server as Ctrl-C does, but by SIGTERM: a process that was started in the background ignores SIGINT. */
    private static void terminate(Process server) throws Exception {
        new ProcessBuilder("kill", "-TERM", String.valueOf(server.pid()))
                .start()
                .waitFor();
        assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isEqualTo(143);
    }

    private Process start() throws IOException {
        Path model = folder.resolve("model.json");
        TinyService.model().write(model);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--add-modules=jdk.incubator.vector",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                "org.dl4jsuite.compare.cli.Main"));
        command.addAll(List.of("serve", "--port", "0", "--model", model.toString()));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static String host(int port) {
        return "Host: 127.0.0.1:" + port;
    }

    private static String expectStatus(int expected, int found) {
        assertThat(found).isEqualTo(expected);
        return "";
    }

    private static HttpRequest.BodyPublisher hundredMegabytes() {
        byte[] part = new byte[1 << 20];
        List<byte[]> parts = Collections.nCopies(HUNDRED_MEGABYTES / part.length, part);
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(parts), HUNDRED_MEGABYTES);
    }

    private static int status(URI address, String path, HttpRequest.BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(4))
                .POST(body)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static String ask(URI address, String path, byte[] body, int expected) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(4))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        return response.body();
    }

    /** Blank paper, which shows no ink. */
    private static byte[] png(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
