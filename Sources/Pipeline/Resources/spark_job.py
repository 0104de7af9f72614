"""Has Spark read the files of a tonghop run: map, shuffle by the node above, reduce.

    spark-submit spark_job.py JOB_FOLDER

The rules are in the program, which reads and merges; here is only what goes where.
"""
import fcntl
import json
import os
import shlex
import sys
import threading
import time

from pyspark import SparkConf, SparkContext

# Tasks for each core, so that little is lost with one and no core waits long for another.
TASKS_PER_CORE = 4


def watch(folder):
    """Ends the job when the run that waits for it is gone: then nobody holds the folder's lock."""
    descriptor = os.open(folder, os.O_RDONLY)
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
            os._exit(1)
        except BlockingIOError:
            time.sleep(1)


def main(folder):
    threading.Thread(target=watch, args=(folder,), daemon=True).start()
    with open(os.path.join(folder, "job.json"), encoding="utf-8") as source:
        job = json.load(source)
    with open(os.path.join(folder, "files.tsv"), encoding="utf-8", newline="\n") as source:
        files = source.read().split("\n")[:-1]
    spark = SparkContext(conf=SparkConf())
    tasks = max(1, min(len(files), TASKS_PER_CORE * spark.defaultParallelism))
    read = spark.parallelize(files, tasks).pipe(shlex.join(job["map"]), checkCode=True)
    merged = (
        read.map(lambda line: tuple(line.split("\t", 1)))
        .partitionBy(tasks)
        .map("\t".join)
        .pipe(shlex.join(job["reduce"]), checkCode=True)
    )
    partial = os.path.join(folder, "merged.partial")
    with open(partial, "w", encoding="utf-8", newline="\n") as target:
        for line in merged.toLocalIterator():
            target.write(line + "\n")
    os.rename(partial, os.path.join(folder, "merged"))
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1])
