package org.dl4jsuite.compare.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.dl4jsuite.compare.Provenance;
import org.dl4jsuite.data.Sentence;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line. Exit codes: 0 all well, 1 the two sides disagree or a training went wrong, 2 bad input or usage, or a
 * place that cannot be read or written, 70 a fault of the suite or too little memory.
 */
@Command(
        name = "suite",
        mixinStandardHelpOptions = true,
        versionProvider = Main.class,
        scope = ScopeType.INHERIT,
        showDefaultValues = true,
        description = "A neural network written from nothing and its DL4J twin: proved equal, measured side by side.")
public final class Main implements Runnable, IVersionProvider {
    private static final int FAULT = 70;

    private static final List<Class<?>> COMMANDS = List.of(
            ReportCommand.class,
            StudyCommand.class,
            WorksheetCommand.class,
            ParityCommand.class,
            SabotageCommand.class,
            LessonsCommand.class,
            LessonCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            ConvertCommand.class,
            SpeedCommand.class,
            AnatomyCommand.class,
            SweepCommand.class,
            RecogniseCommand.class,
            BackQueryCommand.class,
            DiagnoseCommand.class,
            ServeCommand.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Show where an error comes from, for a bug report.")
    private boolean stacktrace;

    private Main() {}

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do, for example: suite report");
    }

    /** Returns what {@code --version} prints. */
    @Override
    public String[] getVersion() {
        return Provenance.builtVersions().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toArray(String[]::new);
    }

    public static void main(String[] args) {
        if (Boolean.getBoolean("suite.terminal")
                && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            System.err.print(
                    "\033[A\033[2K"); // takes back the line in which the JVM says that the module is incubating
        }
        // The terminal's, which is not always the JVM's default; the first is known from JDK 19 on.
        Charset charset =
                Charset.forName(System.getProperty("stdout.encoding", System.getProperty("native.encoding", "UTF-8")));
        StandardOutput out = new StandardOutput();
        System.setOut(new PrintStream(out, true, charset));
        PrintWriter err = new PrintWriter(System.err, true, charset);
        int exitCode = execute(new PrintWriter(System.out, true, charset), err, args);
        Optional<String> missing = out.failure();
        missing.ifPresent(why -> err.println("suite: standard output: cannot be written (" + why
                + "), so something is missing; make room, or write elsewhere, and run the command again."));
        System.exit(missing.isPresent() ? CommandLine.ExitCode.USAGE : exitCode);
    }

    /** Runs one command and returns its exit code; what goes wrong with the suite itself is never 1. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        Main main = new Main();
        CommandLine suite = new CommandLine(main);
        commands(args).forEach(suite::addSubcommand);
        suite.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false) // @/dev/zero would be read to its end
                .setParameterExceptionHandler(Main::usageError)
                .setExecutionStrategy(parsed -> run(err, parsed))
                .setExecutionExceptionHandler((e, line, parsed) -> main.failure(e, line.getErr()))
                .setExitCodeExceptionMapper(e -> FAULT); // of picocli's own, such as a help text that cannot be written
        try {
            return suite.execute(args);
        } catch (Error e) { // picocli hands over exceptions only, and the JVM would end with 1: the sides disagree
            return main.failure(e, err);
        }
    }

    /** Returns the command that is asked for, or all: describing all to picocli would take a third of a second. */
    private static List<Class<?>> commands(String[] args) {
        return COMMANDS.stream()
                .filter(command -> args.length > 0
                        && command.getAnnotation(Command.class).name().equals(args[0]))
                .findAny()
                .map(List::<Class<?>>of)
                .orElse(COMMANDS);
    }

    @SuppressWarnings("try") // it speaks when nobody closes it
    private static int run(PrintWriter err, ParseResult parsed) {
        try (Farewell farewell =
                Farewell.of(err, "No file is left half-written; the same command starts from the beginning.")) {
            return new CommandLine.RunLast().execute(parsed);
        }
    }

    private static int usageError(ParameterException e, String[] args) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("suite: " + Sentence.of(String.valueOf(e.getMessage())) + " ("
                + line.getCommandSpec().qualifiedName() + " --help shows all)");
        return CommandLine.ExitCode.USAGE;
    }

    private int failure(Throwable e, PrintWriter err) {
        if (Farewell.isStopping()) {
            return FAULT; // which nobody sees: the JVM ends with the signal's code
        }
        Optional<String> usersMistake = Faults.usersMistake(e);
        err.println("suite: "
                + usersMistake
                        .or(() -> Faults.ofTraining(e))
                        .or(() -> Faults.ofMemory(e))
                        .orElse("unexpected " + e + "; --stacktrace shows where."));
        if (stacktrace) {
            e.printStackTrace(err);
        }
        if (usersMistake.isPresent()) {
            return CommandLine.ExitCode.USAGE;
        }
        return Faults.ofTraining(e).isPresent() ? CommandLine.ExitCode.SOFTWARE : FAULT;
    }
}
