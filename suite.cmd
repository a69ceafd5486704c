@echo off
rem Runs the suite; builds it first when nothing is built. Sets only the environment and the JVM's flags.
setlocal EnableDelayedExpansion
set "home=%~dp0"

if not exist "%home%compare\target\libraries.classpath" (
    echo Building the suite ^(once^) ... 1>&2
    pushd "%home%"
    call mvn -q -B -Dmaven.test.skip=true package 1>&2 || exit /b 1
    popd
)

if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java")

rem One thread is what DL4J is fastest with on a network of this size; it reads this at its start only.
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1

set "flags=-Dorg.nd4j.log.initialization=false"
rem The module of the fast network's vector kernels; the JVM remarks that it is still incubating.
echo  %*  | findstr /c:" scratch-fast " /c:" report " /c:" back-query " /c:" sweep " /c:" recognise " >nul && set "flags=%flags% --add-modules jdk.incubator.vector"
rem Weights of half a megabyte then begin at a page of memory, see VectorWeights.ALIGNMENT.
set "flags=%flags% -XX:G1HeapRegionSize=1m"
rem Until they are compiled, the vector kernels take a hundred times as long; compiled much sooner than this, they come out a
rem third slower in one run of five.
set "flags=%flags% -XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,org.dl4jsuite.scratch.fast.*::*,0.3"
rem JDK 24 and later warn about DL4J's native code unless they are told that it is wanted; older ones pass over it.
set "flags=%flags% -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

rem The class path is longer than a Windows command line may be, so it goes through the environment.
set "CLASSPATH="
for /f "usebackq delims=" %%l in ("%home%compare\target\libraries.classpath") do set "CLASSPATH=%%l"
for %%m in (compare dl4j data scratch) do set "CLASSPATH=%home%%%m\target\classes;!CLASSPATH!"

"%java%" %flags% org.dl4jsuite.compare.cli.Main %*
exit /b %ERRORLEVEL%
