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
    #: Seconds since the start and processor time used by then.
    curve: list = field(repr=False, default_factory=list)

    def cores(self, start, end):
        """How many cores were busy between two moments, or None where that is too short to say."""
        if end - start < 0.2 or len(self.curve) < 2:
            return None
        return (self.used(end) - self.used(start)) / (end - start)

    def used(self, moment):
        at = min(max(bisect.bisect_left(self.curve, (moment, 0)), 1), len(self.curve) - 1)
        (before, low), (after, high) = self.curve[at - 1 : at + 1]
        share = min(max((moment - before) / (after - before), 0), 1)
        return low + (high - low) * share


def watch(process, start, curve):
    """Notes the process's time every hundredth of a second until it is gone."""
    try:
        with open(f"/proc/{process}/stat") as source:
            while True:
                source.seek(0)
                words = source.read().rsplit(")", 1)[1].split()
                curve.append((time.monotonic() - start, (int(words[11]) + int(words[12])) * TICK))
                time.sleep(0.01)
    except (OSError, IndexError):
        return


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
