# The part of ./suite that knows Spark; it is read by it, with $home, $java and $flags set.
# Runs a master or a worker, or adds the flags and sets the class path of a sweep's driver.
# shellcheck shell=sh disable=SC2034,SC2154

target=$home/spark/target
# Spark listens on the loopback address only, unless it is told otherwise or its master is on another machine.
case "$*" in
    *spark://127.0.0.1:* | *spark://localhost:*) local_ip=127.0.0.1 ;;
    *spark://*) local_ip= ;;
    *) local_ip=127.0.0.1 ;;
esac
SPARK_LOCAL_IP=${SPARK_LOCAL_IP:-$local_ip}
if [ -n "$SPARK_LOCAL_IP" ]; then export SPARK_LOCAL_IP; else unset SPARK_LOCAL_IP; fi

case ${1:-} in
    spark-master) daemon=master.Master ;;
    spark-worker) daemon=worker.Worker ;;
    *) daemon= ;;
esac
if [ -n "$daemon" ]; then
    shift
    # Where a worker finds Spark for its executors; a Spark distribution would have the libraries in the folder jars.
    SPARK_HOME=$target
    SPARK_SCALA_VERSION=2.13
    SPARK_DIST_CLASSPATH=$(cat "$target/spark.classpath")
    export SPARK_HOME SPARK_SCALA_VERSION SPARK_DIST_CLASSPATH
    mkdir -p "$SPARK_HOME/jars"
    exec "$java" -Xmx512m -Dspark.master.rest.enabled=false -cp "$SPARK_DIST_CLASSPATH" \
        "org.apache.spark.deploy.$daemon" "$@"
fi

# The driver runs the very jar that the executors get. Of two slf4j providers it takes the suite's.
class_path=$target/suite-spark.jar:$(cat "$target/spark.classpath")
flags="$flags -Dslf4j.internal.verbosity=WARN -Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider"
