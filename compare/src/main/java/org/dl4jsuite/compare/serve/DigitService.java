package org.dl4jsuite.compare.serve;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dl4jsuite.compare.document.Pictures;
import org.dl4jsuite.compare.inside.BackQueryImage;
import org.dl4jsuite.compare.training.SavedModel;
import org.dl4jsuite.data.DataException;
import org.dl4jsuite.data.LabelledImages;
import org.dl4jsuite.data.handwriting.Handwriting;
import org.dl4jsuite.data.handwriting.Preparation;
import org.dl4jsuite.data.handwriting.SampleDigits;
import org.eclipse.jetty.http.HttpStatus;

/** What can be asked of the server, by path. */
public final class DigitService implements AutoCloseable {
    private static final String PICTURE = "the picture"; // its name in messages
    private static final Pattern LABEL = Pattern.compile("label=(\\d)");

    private static final int DRAWING_SIDE = 112; // as the page sends it
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final String description;
    private final BothNetworks networks;
    private final TestDigits test;
    private final List<BackQueryImage> backQueries;

    /**
     * Makes both networks of a saved one.
     *
     * @param description which network it is, in one sentence
     * @param test images to load by number
     */
    public DigitService(SavedModel model, String description, LabelledImages test) {
        this.description = description;
        this.networks = new BothNetworks(model);
        this.test = new TestDigits(test, networks);
        this.backQueries = networks.runsBackwards() ? networks.backQueries() : List.of();
    }

    /**
     * The network, as {@code GET /api/network} answers.
     *
     * @param hidden nodes of the first hidden layer; 0 without one
     * @param backQuery whether the network can be run backwards
     */
    private record Network(String description, String layers, int hidden, boolean backQuery, int testImages) {}

    /** Reads a digit often enough for the JVM to have compiled the way: the first strokes are answered as fast as the rest. */
    public void warmUp() throws IOException {
        BufferedImage drawing = new BufferedImage(DRAWING_SIDE, DRAWING_SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawing.createGraphics();
        BufferedImage digit =
                Pictures.digit(SampleDigits.read(SampleDigits.names().get(0)).centred());
        graphics.drawImage(digit, 0, 0, DRAWING_SIDE, DRAWING_SIDE, null);
        graphics.dispose();
        byte[] picture = Pictures.png(drawing);
        long end = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < end) {
            recognise(picture);
        }
    }

    List<Route> routes(Workers workers) {
        return List.of(
                Route.get("/", (path, query, body) -> PageFiles.html()),
                Route.get("/(suite\\.css|serve\\.css|\\w+\\.js)", (path, query, body) -> PageFiles.file(path.group(1))),
                Route.get("/api/network", (path, query, body) -> Reply.json(network())),
                Route.post("/api/recognise", (path, query, body) -> workers.ask(() -> recognise(body))),
                Route.post("/api/draw", (path, query, body) -> workers.ask(() -> draw(body))),
                Route.post("/api/why", (path, query, body) -> workers.ask(() -> why(query, body))),
                Route.get("/api/nodes/(\\d{1,6})", (path, query, body) -> node(Integer.parseInt(path.group(1)))),
                Route.get(
                        "/api/back-query/(\\d)/(scratch|dl4j)",
                        (path, query, body) -> backQuery(Integer.parseInt(path.group(1)), path.group(2))),
                Route.get(
                        "/api/test-images/(\\d{1,6})",
                        (path, query, body) -> testImage(Integer.parseInt(path.group(1)))),
                Route.get("/api/mistakes", (path, query, body) -> workers.ask(() -> Reply.json(test.worst()))));
    }

    private Network network() {
        return new Network(description, networks.spec().shape(), hiddenNodes(), !backQueries.isEmpty(), test.size());
    }

    private int hiddenNodes() {
        List<Integer> layers = networks.spec().layers();
        return layers.size() < 3 ? 0 : layers.get(1);
    }

    private Reply recognise(byte[] picture) throws IOException {
        Handwriting digit = Handwriting.read(PICTURE, new ByteArrayInputStream(picture));
        return Reply.json(DigitAnswer.of(digit, networks));
    }

    /** As a picture is read while it is drawn: that it shows no digit yet is no mistake of the page's. */
    private Reply draw(byte[] picture) throws IOException {
        try {
            return recognise(picture);
        } catch (DataException e) {
            return Reply.json(Map.of("error", "Nothing can be read yet."));
        }
    }

    private Reply why(String query, byte[] picture) throws IOException {
        Matcher label = LABEL.matcher(query);
        if (!label.matches()) {
            return Reply.error(HttpStatus.BAD_REQUEST_400, "Say which digit the picture shows, for example ?label=7.");
        }
        Preparation preparation = Preparation.read(PICTURE, new ByteArrayInputStream(picture));
        return Reply.json(WhyAnswer.of(preparation, Integer.parseInt(label.group(1)), networks));
    }

    private Reply node(int node) {
        return node < hiddenNodes() ? png(Pictures.weights(networks.incomingWeights(node))) : notFound();
    }

    private Reply backQuery(int label, String side) {
        if (backQueries.isEmpty()) {
            return notFound();
        }
        BackQueryImage image = backQueries.get(label);
        return png(Pictures.grey(side.equals("scratch") ? image.scratch() : image.dl4j()));
    }

    private Reply testImage(int index) {
        return index < test.size() ? Reply.json(test.get(index)) : notFound();
    }

    private static Reply png(BufferedImage image) {
        return Reply.ok("image/png", Pictures.png(image));
    }

    private static Reply notFound() {
        return Reply.error(HttpStatus.NOT_FOUND_404, "There is nothing of this number.");
    }

    @Override
    public void close() {
        networks.close();
    }
}
