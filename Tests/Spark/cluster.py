"""A master and two workers of Apache Spark on the loopback, and what tonghop must do on them.

    cluster.py PROGRAM SCRATCH_FOLDER

Prints a line for each thing that was looked at, and ends with 1 where one of them does not hold.
"""
import hashlib
import importlib.machinery
import importlib.util
import os
import signal
import socket
import subprocess
import sys
import time

import pyspark

PROGRAM, SCRATCH = os.path.abspath(sys.argv[1]), sys.argv[2]
TESTS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INPUT = os.path.join(os.path.dirname(TESTS), "input")
SPARK = os.path.dirname(pyspark.__file__)
SUBMIT = os.path.join(SPARK, "bin", "spark-submit")
CLOCK = "2025-01-05T02:00:00"
PATIENCE = 300

failures = []


def check(name, holds, detail=""):
    print(("ok      " if holds else "FAILED  ") + name + ("" if holds else ": " + detail), flush=True)
    if not holds:
        failures.append(name)


def wait_for(condition, seconds=PATIENCE):
    """What a condition gives once it is true; its last value where it never is."""
    end = time.monotonic() + seconds
    while not (value := condition()) and time.monotonic() < end:
        time.sleep(0.02)
    return value


# ---- The cluster


class Cluster:
    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.master = f"spark://127.0.0.1:{free.getsockname()[1]}"
        self.environment = dict(
            os.environ,
            SPARK_LOCAL_IP="127.0.0.1",
            SPARK_LOCAL_DIRS=os.path.join(SCRATCH, "local"),
            PYSPARK_PYTHON=sys.executable,
        )
        self.log = os.path.join(SCRATCH, "cluster.log")
        self.programs = []
        port = self.master.rsplit(":", 1)[1]
        self.start("master.Master", "--host", "127.0.0.1", "--port", port)
        self.await_lines("I have been elected leader", 1)
        for number in range(2):
            self.start(
                "worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "1g",
                "--work-dir", os.path.join(SCRATCH, f"worker-{number}"), self.master,
            )
        self.await_lines("Registering worker", 2)

    def start(self, kind, *words):
        with open(self.log, "ab") as log:
            self.programs.append(
                subprocess.Popen(
                    [os.path.join(SPARK, "bin", "spark-class"), "org.apache.spark.deploy." + kind,
                     "--webui-port", "0", *words],
                    env=self.environment, stdout=log, stderr=log, start_new_session=True,
                )
            )

    def await_lines(self, text, count):
        def are_there():
            with open(self.log, errors="replace") as log:
                return log.read().count(text) >= count

        if not wait_for(are_there, 120):
            sys.exit(f"the cluster does not come up, see {self.log}")

    @property
    def options(self):
        settings = {
            "spark.master": self.master, "spark.driver.host": "127.0.0.1",
            "spark.ui.enabled": "false", "spark.executor.memory": "512m",
        }
        words = ["--engine", "spark", "--spark-submit", SUBMIT]
        for name, value in settings.items():
            words += ["--spark-option", f"{name}={value}"]
        return words

    def stop(self):
        for program in self.programs:
            os.killpg(program.pid, signal.SIGKILL)
            program.wait()


# ---- Runs


def command(plan, output, options=(), input=INPUT):
    return [PROGRAM, "run", "--input", input, "--plan", plan, "--window", "2024", "--now", CLOCK,
            "--output", os.path.join(SCRATCH, output), *options]


def run(words, environment=None):
    return subprocess.run(words, env=environment, capture_output=True, text=True, timeout=PATIENCE)


def contents(plan, output):
    """The SHA-256 of each file of the edition but the manifest, which holds the times."""
    edition = os.path.join(SCRATCH, output, plan, "2024", "latest")
    found = {}
    for folder, _, names in os.walk(edition):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, edition)] = hashlib.sha256(file.read()).hexdigest()
    found.pop("manifest.json", None)
    return found


def processes():
    """The number, the parent and the words of everything that runs."""
    for number in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{number}/stat") as file:
                parent = int(file.read().rsplit(")", 1)[1].split()[1])
            with open(f"/proc/{number}/cmdline", "rb") as file:
                yield int(number), parent, file.read().decode(errors="replace").split("\0")
        except OSError:
            continue


def executor_at_work():
    """The number of an executor in one of whose tasks files are being read; None where none is."""
    known = {number: (parent, words) for number, parent, words in processes()}
    for parent, words in list(known.values()):
        if words[:2] != [PROGRAM, "map"]:
            continue
        while parent in known:
            if any("CoarseGrainedExecutorBackend" in word for word in known[parent][1]):
                return parent
            parent = known[parent][0]
    return None


def working_for(output):
    """Whether anything runs that has the job of an output among its words."""
    job = os.path.join(SCRATCH, output, ".tonghop", "spark", "job")
    return [number for number, _, words in processes() if any(job in word for word in words)]


# ---- What must hold


def samples_are_the_same(cluster):
    for plan in sorted(os.listdir(INPUT)):
        native = run(command(plan, "native"))
        spark = run(command(plan, "spark", cluster.options), cluster.environment)
        check(f"{plan}: done", native.returncode == 0 == spark.returncode, spark.stderr)
        expected, found = contents(plan, "native"), contents(plan, "spark")
        differing = sorted(name for name in expected | found if expected.get(name) != found.get(name))
        check(f"{plan}: {len(expected)} files the same", expected and not differing, str(differing))
        for name in ("results.json", "submission-up.csv"):
            print(f"        {expected.get(name)}  {name}")


def generated(files, rows):
    """A plan of many files; gives its name and the folder of plans."""
    path = os.path.join(TESTS, "Benchmarks", "nights")
    loader = importlib.machinery.SourceFileLoader("nights", path)
    nights = importlib.util.module_from_spec(importlib.util.spec_from_loader("nights", loader))
    loader.exec_module(nights)
    folder = os.path.join(SCRATCH, "input")
    nights.make(folder, files, rows)
    return nights.PLAN, folder


def a_killed_executor_changes_nothing(cluster):
    plan, folder = generated(2000, 100)
    native = run(command(plan, "native-many", input=folder))
    check("many files: done by this machine", native.returncode == 0, native.stderr)
    program = subprocess.Popen(
        command(plan, "spark-many", cluster.options, folder), env=cluster.environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )
    executor = wait_for(lambda: executor_at_work() or program.poll() is not None)
    check("an executor is at work", executor not in (None, True))
    if executor in (None, True):
        program.kill()
        return
    os.kill(executor, signal.SIGKILL)
    errors = program.communicate(timeout=PATIENCE)[1]
    check("the run goes on without it", program.returncode == 0, errors)
    with open(os.path.join(SCRATCH, "spark-many", ".tonghop", "spark", plan + ".log")) as log:
        check("Spark noticed", "Lost executor" in log.read())
    expected = contents(plan, "native-many")
    check("a killed executor changes nothing", expected == contents(plan, "spark-many"))
    killed_runs_end_their_jobs(cluster, plan, folder)


def killed_runs_end_their_jobs(cluster, plan, folder):
    for number in (signal.SIGTERM, signal.SIGKILL):
        output = "killed-" + number.name
        program = subprocess.Popen(
            command(plan, output, cluster.options, folder), env=cluster.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        wait_for(lambda: executor_at_work() or program.poll() is not None)
        program.send_signal(number)
        check(f"{number.name} ends the run", program.wait(timeout=60) == -number)
        check(f"{number.name}: Spark's job ends too", wait_for(lambda: not working_for(output), 60))
        job = os.path.join(SCRATCH, output, ".tonghop", "spark", "job")
        check(f"{number.name}: the job's folder", os.path.exists(job) == (number == signal.SIGKILL))
        done = run(command(plan, output, input=folder))
        check(f"{number.name}: the next run is done", done.returncode == 0, done.stderr)
        check(f"{number.name}: nothing is left", not os.path.exists(job))
        check(
            f"{number.name}: the files are the same",
            contents(plan, output) == contents(plan, "native-many"),
        )


def what_is_missing_is_said(cluster):
    words = command("ha-noi", "missing", ["--engine", "spark", "--spark-submit", "/no/spark-submit"])
    check("no spark-submit: 69", run(words, cluster.environment).returncode == 69)
    words = command("ha-noi", "missing", cluster.options)
    without = run(words, dict(cluster.environment, JAVA_HOME="/no/java"))
    check("no Java: 69", without.returncode == 69, without.stderr)
    program = words.index(f"spark.master={cluster.master}")
    words[program] = "spark.master=yarn"
    without = run(words, cluster.environment)
    check("no master: 74", without.returncode == 74, without.stderr)
    check("no master: nothing is published", not contents("ha-noi", "missing"))


def main():
    # Whoever ends this ends the cluster too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    cluster = Cluster()
    try:
        what_is_missing_is_said(cluster)
        samples_are_the_same(cluster)
        a_killed_executor_changes_nothing(cluster)
    finally:
        cluster.stop()
    if failures:
        sys.exit(f"{len(failures)} failed: " + "; ".join(failures))


if __name__ == "__main__":
    main()
