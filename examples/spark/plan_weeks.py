"""Plans the week of every runner of a data set with Spark; README.md beside this file has the commands."""

import json
import os
import shutil
import subprocess
import sys
import tempfile

from pyspark import SparkFiles
from pyspark.sql import SparkSession

USAGE = "usage: plan_weeks.py RUNNERS ANSWERS WEEK [OPTION OF runplan batch]...  (a week as in 2026-W48)"


def plan(rows, program, options):
    """A line for each row of a partition, in order; raises if runplan fails, and then Spark tries the task again.

    `RDD.pipe` would lose the ids, and takes every exit code but 0 for a failure or none. `mapInPandas` would want
    pandas and pyarrow on every machine. `mapPartitions` needs nothing but Spark.
    """
    # The profiles go through a file, so that neither program ever waits for the other.
    with tempfile.TemporaryFile() as profiles:
        ids, told = [], 0
        for row in rows:
            ids.append(row.id)
            # A line for a line: a profile with line ends becomes one line, none at all an empty one.
            profiles.write((row.profile or "").replace("\n", " ").encode() + b"\n")
        profiles.seek(0)
        # One thread: Spark gives a task one core, and fills the others with tasks.
        command = [SparkFiles.get(program), "batch", "--threads", "1", *options]
        with subprocess.Popen(command, stdin=profiles, stdout=subprocess.PIPE) as runplan:
            for told, answer in enumerate(runplan.stdout, start=1):
                yield b'{"id":%b,"answer":%b}' % (json.dumps(ids[told - 1]).encode(), answer.rstrip(b"\n"))
    # With 1 some lines were refused or in error, and their answers say so. Of a task that fails Spark keeps nothing.
    if runplan.returncode not in (0, 1) or told != len(ids):
        raise RuntimeError(f"runplan ended with {runplan.returncode} after {told} of {len(ids)} answers")


def main():
    # `next` would be another week for tasks that start after midnight.
    if len(sys.argv) < 4 or not sys.argv[3][:1].isdigit():
        sys.exit(USAGE)
    runners, answers, week, *options = sys.argv[1:]
    program = os.environ.get("RUNPLAN") or shutil.which("runplan")
    if not program:
        sys.exit("runplan is not on the path; name it in $RUNPLAN")
    spark = SparkSession.builder.appName("runplan").getOrCreate()
    # The program travels with the job: every machine plans with the same one.
    spark.sparkContext.addFile(os.path.abspath(program))
    name, options = os.path.basename(program), ["--week", week, *options]
    # A profile that is an object comes as its text.
    rows = spark.read.schema("id string, profile string").json(runners)
    rows.rdd.mapPartitions(lambda part: plan(part, name, options)).saveAsTextFile(answers)
    spark.stop()


if __name__ == "__main__":
    main()
