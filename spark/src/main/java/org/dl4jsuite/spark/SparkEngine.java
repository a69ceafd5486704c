package org.dl4jsuite.spark;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkDriverExecutionException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.dl4jsuite.compare.UserError;
import org.dl4jsuite.compare.sweep.SweepConfiguration;
import org.dl4jsuite.compare.sweep.SweepEngine;
import org.dl4jsuite.compare.sweep.SweepResult;
import org.dl4jsuite.data.Split;
import scala.Function1;
import scala.collection.Iterator;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Runs a sweep on Apache Spark: a configuration is a task, the images travel to each executor once, and each result comes
 * to the driver as soon as it is there. Nothing that is finished stays on an executor, so one that is lost takes only its
 * unfinished trainings with it, and Spark runs those again on another.
 *
 * <p>Settings of Spark's own that {@code spark-submit} or a system property makes come before those made here.
 */
public final class SparkEngine implements SweepEngine {
    private static final String STANDALONE = "spark://";
    private static final int PATIENCE_MILLIS = 5_000;
    /** What Spark says if a job ends by no fault of the trainings. */
    private static final List<String> REASONS_OF_THE_CLUSTER =
            List.of("ExecutorLostFailure", "SparkContext was shut down");

    @Override
    public String name() {
        return "spark";
    }

    /**
     * Runs configurations on the master that {@code spark.master} names.
     *
     * @param threads trainings at once if it names none: they run in this JVM then
     * @throws UserError if Spark cannot start on that master, or loses its executors for good
     */
    @Override
    public void run(List<SweepConfiguration> todo, Split split, int threads, Consumer<SweepResult> finished) {
        if (todo.isEmpty()) {
            return;
        }
        try (JavaSparkContext spark = connect(settings(threads))) {
            runJob(spark, todo, split, finished);
        }
    }

    private static void runJob(
            JavaSparkContext spark, List<SweepConfiguration> todo, Split split, Consumer<SweepResult> finished) {
        ExecutorWatch watch = ExecutorWatch.of(spark);
        try (watch) {
            Broadcast<ExecutorData> data = spark.broadcast(new ExecutorData(split));
            RDD<SweepConfiguration> tasks = spark.parallelize(todo, todo.size()).rdd();
            // what an executor does with a partition, which is one configuration: it trains it
            Function1<Iterator<SweepConfiguration>, SweepResult> train =
                    (Function1<Iterator<SweepConfiguration>, SweepResult> & Serializable)
                            partition -> data.value().run().run(partition.next());
            ClassTag<SweepResult> type = ClassTag$.MODULE$.apply(SweepResult.class);
            spark.sc()
                    .runJob(
                            tasks,
                            train,
                            (task, result) -> {
                                finished.accept(result); // on Spark's one thread of events
                                return BoxedUnit.UNIT;
                            },
                            type);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) { // Scala's methods throw checked exceptions without declaring them
            if (e instanceof SparkDriverExecutionException && e.getCause() instanceof RuntimeException fromConsumer) {
                throw fromConsumer;
            }
            String reason = watch.gaveUp() ? watch.reason() : firstLine(e);
            if (watch.gaveUp() || REASONS_OF_THE_CLUSTER.stream().anyMatch(reason::contains)) {
                throw new UserError(
                        "--master " + spark.master() + ": Spark gave the sweep up (" + reason
                                + "); see that its master and workers run, and the same command goes on from what is finished.");
            }
            throw new IllegalStateException("Spark gave the sweep up: " + reason, e);
        }
    }

    private static SparkConf settings(int threads) {
        SparkConf settings = new SparkConf()
                .setIfMissing("spark.app.name", "sweep")
                .setIfMissing("spark.master", "local[" + threads + "]")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.executorEnv.OMP_NUM_THREADS", "1");
        // Spark itself gives its JVMs the module of the vector kernels, and all that newer JDKs ask for.
        String kernels = System.getProperty("scratch.kernels");
        if (kernels != null) {
            settings.setIfMissing("spark.executor.extraJavaOptions", "-Dscratch.kernels=" + kernels);
        }
        if (!settings.contains("spark.jars") && !settings.get("spark.master").startsWith("local")) {
            settings.setJars(JavaSparkContext.jarOfClass(SparkEngine.class));
        }
        return settings;
    }

    private static JavaSparkContext connect(SparkConf settings) {
        String master = settings.get("spark.master");
        if (master.startsWith(STANDALONE)) {
            requireMaster(master);
        }
        try {
            return new JavaSparkContext(settings);
        } catch (Exception e) { // Scala again
            throw new UserError("--master " + master + ": Spark does not start on it (" + firstLine(e)
                    + "); give local[2], or spark://HOST:PORT of a master.");
        }
    }

    /** Asks whether one of the masters is there at all; Spark would try for a minute, and log each attempt. */
    private static void requireMaster(String master) {
        for (String address : master.substring(STANDALONE.length()).split(",", -1)) {
            try (Socket socket = new Socket()) {
                URI uri = URI.create(STANDALONE + address);
                socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MILLIS);
                return;
            } catch (IOException | IllegalArgumentException e) {
                // the next may be there
            }
        }
        throw new UserError("--master " + master
                + ": no master answers there; check the address, or start one with ./suite spark-master.");
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.toString());
    }
}
