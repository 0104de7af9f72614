"""A process measured: its clock, its processor time, its peak memory and how many cores it kept busy when."""
import bisect, json, os, subprocess, sys, threading, time
from dataclasses import dataclass, field

TICK = 1 / os.sysconf("SC_CLK_TCK")


@dataclass
class Measurement:
    seconds: float
    processor: float
    #: The most memory that the process held at once, in MiB.
    peak: float
    output: str
    #: Seconds since the start, with the processor time used by then.
    curve: list = field(repr=False, default_factory=list)

    def cores(self, start, end):
        """How many cores the process used between two moments; None where the time is too short to say."""
        if end - start < 0.2 or len(self.curve) < 2:
            return None
        return (self.spent(end) - self.spent(start)) / (end - start)

    def spent(self, moment):
        at = min(max(bisect.bisect_left(self.curve, (moment,)), 1), len(self.curve) - 1)
        (before, low), (after, high) = self.curve[at - 1 : at + 1]
        share = min(max((moment - before) / (after - before), 0), 1)
        return low + (high - low) * share


def watch(process, start, curve):
    """Notes what the process's threads ran every hundredth of a second until it is gone."""
    threads = {}
    folder = f"/proc/{process}/task"
    while True:
        try:
            for thread in os.listdir(folder):
                with open(f"{folder}/{thread}/schedstat") as source:
                    threads[thread] = int(source.read().split()[0]) / 1e9
        except FileNotFoundError:
            # A thread has ended, or all of them.
            if not os.path.exists(folder):
                return
        except (ProcessLookupError, ValueError, IndexError):
            return
        curve.append((time.monotonic() - start, sum(threads.values())))
        time.sleep(0.01)


def run(*words):
    """Runs a program to its end; whatever ends otherwise than well ends the benchmark.

    The memory of the caller counts as that of the child until the child becomes another program: whoever
    calls this stays small.
    """
    os.sync()
    start = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    curve = []
    watcher = threading.Thread(target=watch, args=(process.pid, start, curve))
    complaints = []
    listener = threading.Thread(target=lambda: complaints.append(process.stderr.read()))
    watcher.start()
    listener.start()
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    watcher.join()
    listener.join()
    if process.returncode:
        sys.exit(f"{' '.join(words)} ended with {process.returncode}:\n{complaints[0][-2000:]}")
    return Measurement(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output, curve)


def stages(edition):
    """The stages of a run by name: when each began and ended, in seconds since the first one."""
    with open(os.path.join(edition, "manifest.json")) as source:
        timings = json.load(source)["timings_ms"]
    found, moment = {}, 0
    for stage in timings:
        found[stage["stage"]] = (moment, moment + stage["value"] / 1000)
        moment += stage["value"] / 1000
    return found


def busy():
    """The processor time that the whole machine has spent working so far, in seconds."""
    with open("/proc/stat") as source:
        user, nice, system, _, _, interrupts, soft, *_ = map(int, source.readline().split()[1:])
    return (user + nice + system + interrupts + soft) * TICK
