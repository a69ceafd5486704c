package org.dl4jsuite.compare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.serve.DigitServer;
import org.dl4jsuite.compare.serve.DigitService;
import org.dl4jsuite.data.Split;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code suite serve}: a page to draw digits on. */
@Command(
        name = "serve",
        description = {
            "Serves a page on which both networks read digits as you draw them, and say why they misread them.",
            "Prints one line, Listening on http://…, when it is ready; Ctrl-C stops it, with exit code 130.",
            "Both sides run the weights of --model, of the network that comes with the suite, or, with options of the"
                    + " network or of the data, of one that the fast from-scratch network learns at once."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8028",
            description = "Where to listen; 0 for any free port.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "127.0.0.1",
            description = "A name or address of this machine. Any but the default lets other machines ask.")
    private String host;

    @Mixin
    private ModelOptions model;

    @Override
    @SuppressWarnings("try") // the farewell speaks when nobody closes it
    public Integer call() throws IOException, InterruptedException {
        NetworkOptions.require(
                port >= 0 && port <= MAX_PORT,
                "--port " + port + ": use 1 to " + MAX_PORT + ", or 0 for any free one.");
        model.validate(true);
        ModelOptions.Trained saved = model.saved();
        Split split = model.loadData();
        ModelOptions.Trained trained = saved == null ? model.train(split) : saved;
        PrintWriter err = spec.commandLine().getErr();
        err.println(trained.description());
        err.flush();
        try (Farewell farewell = Farewell.of(err, "The server is closed.");
                DigitService service = new DigitService(trained.model(), trained.description(), split.test());
                DigitServer server = start(service)) {
            service.warmUp();
            // before the JVM ends, whatever asks it to
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            PrintWriter out = spec.commandLine().getOut();
            out.println("Listening on " + server.address());
            out.flush();
            server.join();
        }
        return CommandLine.ExitCode.OK;
    }

    private DigitServer start(DigitService service) throws IOException {
        try {
            return DigitServer.start(host, port, service);
        } catch (IOException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new UserError("--host " + host + " --port " + port + ": cannot listen there (" + reason.getMessage()
                    + "); use --port 0 for any free port.");
        }
    }
}
