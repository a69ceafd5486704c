package org.dl4jsuite.compare.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dl4jsuite.compare.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of docs/COMMANDS.md, from outside. */
class DigitServerTest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static DigitService service;
    private static DigitServer server;
    private static String own; // 127.0.0.1:port
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        service = TinyService.create();
        server = DigitServer.start("127.0.0.1", 0, service);
        port = server.address().getPort();
        own = server.address().getAuthority();
    }

    @AfterAll
    static void stop() {
        server.close();
        service.close();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void thePageAndAllItLoadsComeFromHere() throws Exception {
        HttpResponse<String> page = send(get("/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(page.headers().map()).doesNotContainKey("server");
        assertThat(page.body()).doesNotContain("http:", "https:", "<style", "style=", "onclick");
        for (String file : List.of("/suite.css", "/serve.css", "/serve.js", "/canvas.js", "/views.js")) {
            assertThat(send(get(file)).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(send(HttpRequest.newBuilder(uri("/")).method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""})
    void aPictureIsReadWhateverItsContentType(String type) throws Exception {
        HttpRequest.Builder request = post("/api/recognise", TinyService.sample("7-chopped.png"));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        JsonNode answer = json(send(request), 200);
        assertThat(answer.at("/scratch")).hasSize(10);
        assertThat(answer.at("/dl4j")).hasSize(10);
        assertThat(answer.at("/answer").asInt()).isBetween(0, 9);
        assertThat(answer.at("/firing")).hasSize(12);
    }

    @Test
    void theOwnPageMayAskAndNoOther() throws Exception {
        byte[] picture = TinyService.sample("7-chopped.png");
        for (String origin : List.of("http://" + own, "http://localhost:" + port)) {
            assertThat(send(post("/api/recognise", picture).header("Origin", origin))
                            .statusCode())
                    .as(origin)
                    .isEqualTo(200);
        }
        for (String origin : List.of(
                "http://evil.example",
                "https://" + own,
                "http://localhost",
                "http://127.0.0.1:1",
                "http://127.0.0.1.evil.example:" + port,
                "http://evil.example@" + own,
                "null")) {
            assertThat(send(post("/api/recognise", picture).header("Origin", origin))
                            .statusCode())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(send(get("/").header("Origin", "http://evil.example")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aRequestForAnotherHostIsRefused() throws IOException {
        for (String host : List.of(own, "localhost:" + port, "LOCALHOST:" + port, "[::1]:" + port)) {
            assertThat(RawRequest.status(port, "GET / HTTP/1.1", "Host: " + host))
                    .as(host)
                    .isEqualTo(200);
        }
        for (String host : List.of("evil.example", "evil.example:" + port, "127.0.0.1", "127.0.0.1:1", "localhost")) {
            assertThat(RawRequest.status(port, "GET / HTTP/1.1", "Host: " + host))
                    .as(host)
                    .isEqualTo(403);
        }
        assertThat(RawRequest.status(port, "GET http://evil.example/ HTTP/1.1", "Host: " + own))
                .isIn(400, 403);
        assertThat(RawRequest.status(port, "GET / HTTP/1.1")).isEqualTo(400);
        assertThat(RawRequest.status(port, "GET / HTTP/1.0")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/api",
                "/api/recognise/",
                "/API/recognise",
                "//api/recognise",
                "/api/../",
                "/api/%2e%2e/serve.css",
                "/serve.css;x",
                "/index.html",
                "/package-info.class",
                "/api/nodes/12",
                "/api/nodes/-1",
                "/api/nodes/99999999999999999999",
                "/api/back-query/11/scratch",
                "/api/test-images/10"
            })
    void whatIsNotThereIsNotFound(String path) throws IOException {
        assertThat(RawRequest.status(port, "GET " + path + " HTTP/1.1", "Host: " + own))
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/../../etc/passwd", "/serve.css%00", "/%2e%2e/%2e%2e/etc/passwd", "/..", "/api/../../x"})
    void aWayOutLeadsNowhere(String path) throws IOException {
        assertThat(RawRequest.status(port, "GET " + path + " HTTP/1.1", "Host: " + own))
                .isIn(400, 404);
    }

    @Test
    void whatIsAskedInTheWrongWayIsNotAllowed() throws Exception {
        HttpResponse<String> get = send(get("/api/recognise"));
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("allow")).hasValue("POST");
        for (String method : List.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "NONSENSE")) {
            assertThat(RawRequest.status(port, method + " / HTTP/1.1", "Host: " + own, "Content-Length: 0"))
                    .as(method)
                    .isEqualTo(405);
        }
    }

    @Test
    void whatIsNoPictureIsRefusedInOneSentence() throws Exception {
        byte[] png = TinyService.sample("7-chopped.png");
        byte[] cut = Arrays.copyOf(png, png.length / 2);
        for (byte[] body : List.of(new byte[0], "Dear reader".getBytes(StandardCharsets.UTF_8), cut)) {
            JsonNode answer = json(send(post("/api/recognise", body)), 400);
            assertThat(answer.at("/error").asText()).startsWith("the picture: ").doesNotContain("\n", "Exception");
            json(send(post("/api/why?label=3", body)), 400);
        }
        json(send(post("/api/why", png)), 400);
        json(send(post("/api/why?label=10", png)), 400);
        json(send(post("/api/why?label=x", png)), 400);
    }

    @Test
    void tooMuchIsRefusedBeforeItIsRead() throws Exception {
        assertThat(RawRequest.status(port, "POST /api/recognise HTTP/1.1", "Host: " + own, "Content-Length: 104857600"))
                .isEqualTo(413);
        assertThat(RawRequest.status(
                        port,
                        "POST /api/recognise HTTP/1.1",
                        "Host: " + own,
                        "Content-Length: 104857600",
                        "Expect: 100-continue"))
                .isEqualTo(413);
        byte[] tooMuch = new byte[RequestBody.MAX_BYTES + 1];
        assertThat(send(post("/api/recognise", tooMuch)).statusCode()).isEqualTo(413);
        HttpRequest.Builder chunked = HttpRequest.newBuilder(uri("/api/recognise"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooMuch)));
        assertThat(send(chunked).statusCode()).isEqualTo(413);
        assertThat(send(get("/").header("X-Long", "x".repeat(20_000))).statusCode())
                .isEqualTo(431);
        assertThat(RawRequest.status(port, "GET /" + "x".repeat(20_000) + " HTTP/1.1", "Host: " + own))
                .isIn(414, 431);
        assertThat(RawRequest.status(
                        port, "POST /api/recognise HTTP/1.1", "Host: " + own, "Content-Length: 5", "Content-Length: 6"))
                .isEqualTo(400);
    }

    @Test
    void manyAtOnceGetTheAnswerOfOne() throws Exception {
        byte[] picture = TinyService.sample("3-wobbly-large.png");
        String alone = send(post("/api/recognise", picture)).body();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(CLIENT.sendAsync(post("/api/recognise", picture).build(), BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
            assertThat(answer.get().body()).isEqualTo(alone);
        }
    }

    @Test
    void theRestOfThePageIsThere() throws Exception {
        assertThat(json(send(get("/api/network")), 200).at("/hidden").asInt()).isEqualTo(12);
        assertThat(json(send(get("/api/test-images/7")), 200).at("/label").asInt())
                .isEqualTo(7);
        JsonNode mistakes = json(send(get("/api/mistakes")), 200);
        assertThat(mistakes).isNotEmpty(); // of a network that nobody trained
        mistakes.forEach(m ->
                assertThat(m.at("/answer").asInt()).isNotEqualTo(m.at("/label").asInt()));
        for (String image :
                List.of("/api/nodes/0", "/api/nodes/11", "/api/back-query/0/scratch", "/api/back-query/9/dl4j")) {
            HttpResponse<String> picture = send(get(image));
            assertThat(picture.statusCode()).as(image).isEqualTo(200);
            assertThat(picture.headers().firstValue("content-type")).hasValue("image/png");
        }
        JsonNode why = json(send(post("/api/why?label=7", TinyService.sample("7-chopped.png"))), 200);
        assertThat(why.at("/steps")).hasSize(6);
        assertThat(why.at("/push/maxDifference").asDouble()).isLessThan(1e-11);
    }

    /** One byte at a time, never idle for long: in the headers, then in the body. */
    @Test
    void whoTakesTooLongIsHungUpOn() throws Exception {
        String[] beginnings = {
            "GET / HTTP/1.1\r\nX: ",
            "POST /api/recognise HTTP/1.1\r\nHost: localhost:%d\r\nContent-Length: 5000\r\n\r\n"
        };
        try (DigitService tiny = TinyService.create();
                DigitServer impatient = DigitServer.start("127.0.0.1", 0, tiny, Duration.ofMillis(700))) {
            int at = impatient.address().getPort();
            for (String beginning : beginnings) {
                long start = System.nanoTime();
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), at)) {
                    socket.getOutputStream().write(beginning.formatted(at).getBytes(StandardCharsets.ISO_8859_1));
                    assertThatThrownBy(() -> {
                                for (int i = 0; i < 200; i++) {
                                    socket.getOutputStream().write('x');
                                    socket.getOutputStream().flush();
                                    Thread.sleep(100);
                                }
                            })
                            .isInstanceOf(IOException.class);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    private static URI uri(String path) {
        return URI.create("http://" + own + path);
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(uri(path));
    }

    private static HttpRequest.Builder post(String path, byte[] body) {
        return HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofByteArray(body));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return Json.MAPPER.readTree(response.body());
    }
}
