@echo off
rem Runs the suite; builds it first if nothing is built, or if a source is newer. The build writes the JVM's flags.
setlocal
set "suite_home=%~dp0"
set "suite_args=%suite_home%compare\target\suite.args"

powershell -NoProfile -Command "$built = Get-Item -LiteralPath $env:suite_args -ErrorAction Ignore; if (-not $built) { exit 1 }; $sources = 'pom.xml', '.mvn', '*\pom.xml', '*\src\main' | ForEach-Object { Join-Path $env:suite_home $_ }; if (Get-ChildItem -Path $sources -Recurse | Where-Object { $_.LastWriteTime -gt $built.LastWriteTime }) { exit 1 }"
if errorlevel 1 (
    call :build || exit /b 70
)

if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java")

rem One thread is what DL4J is fastest with on a network of this size; it reads this at its start only.
if not defined OMP_NUM_THREADS set OMP_NUM_THREADS=1

"%java%" "@%suite_args%" org.dl4jsuite.compare.cli.Main %*
exit /b %ERRORLEVEL%

:build
echo Building the suite ... 1>&2
pushd "%suite_home%"
call mvn -q -B -Dmaven.test.skip=true -pl compare -am package 1>&2 && popd && exit /b 0
popd
echo suite: the build failed; Maven says why above. 1>&2
exit /b 70
