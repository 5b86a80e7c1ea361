"""Compares `efekt check` with other readers of the same workbooks, in one run: see README.md.

Processor time is that of a command with all its children. Memory is the largest process, and the sum of
all processes of the command at the moment when it was largest (resident pages, looked at every 10 ms;
pages that two processes share count twice).
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
PAGE = os.sysconf("SC_PAGE_SIZE")
MEBIBYTE = 1024 * 1024


def family(pid):
    """A process and everything that it has started."""
    pids, found = [pid], []
    while pids:
        pid = pids.pop()
        found.append(pid)
        try:
            tasks = os.listdir(f"/proc/{pid}/task")
        except OSError:
            continue
        for task in tasks:
            try:
                with open(f"/proc/{pid}/task/{task}/children") as children:
                    pids.extend(int(child) for child in children.read().split())
            except OSError:
                pass
    return found


def resident(pid):
    try:
        with open(f"/proc/{pid}/statm") as sizes:
            return int(sizes.read().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def run(command):
    """Seconds of the processor, MiB of the largest process, MiB of all at a time."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    most, over = 0, threading.Event()

    def watch():
        nonlocal most
        while not over.is_set():
            most = max(most, sum(resident(pid) for pid in family(child.pid)))
            time.sleep(0.01)

    watcher = threading.Thread(target=watch)
    watcher.start()
    complaints = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    over.set()
    watcher.join()
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{command} failed:\n{complaints.decode()}")
    cpu = usage.ru_utime + usage.ru_stime
    return cpu, usage.ru_maxrss * 1024 / MEBIBYTE, most / MEBIBYTE


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="made by the example make_large_workbooks")
    parser.add_argument("--target", type=pathlib.Path, default=HERE.parent / "target/release")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2, help="files that efekt reads at a time")
    parser.add_argument("--without", action="append", default=[], help="a peer to leave out")
    arguments = parser.parse_args()
    files = sorted(str(path) for path in arguments.folder.glob("*.xlsx"))
    out = tempfile.TemporaryDirectory()
    check = ["check", str(arguments.folder), "--out", out.name, "--quiet"]
    check += ["--as-of", "2026-06-30", "--fail-on", "never", "--jobs", str(arguments.jobs)]
    peer = [sys.executable, str(HERE / "peers.py")]
    commands = {
        "bare calamine loop": [str(arguments.target / "examples/bare_cells"), *files],
        "efekt check": [str(arguments.target / "efekt"), *check],
        "polars, fastexcel": [*peer, "polars-fastexcel", *files],
        "pandas, python-calamine": [*peer, "pandas-calamine", *files],
        "pandas, openpyxl": [*peer, "pandas-openpyxl", *files],
    }
    for name in arguments.without:
        del commands[name]
    measured = {name: [] for name in commands}
    # By turns, so that whatever else the machine does meets all of them.
    for _ in range(arguments.rounds):
        for name, command in commands.items():
            measured[name].append(run(command))
            print(name, *(f"{number:.1f}" for number in measured[name][-1]), file=sys.stderr)
    medians = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in measured.items()}
    base = medians["bare calamine loop"][0]
    print("| reader | CPU s | ratio | largest process MiB | all processes MiB |")
    print("|---|---|---|---|---|")
    for name, (cpu, largest, together) in medians.items():
        print(f"| {name} | {cpu:.1f} | {cpu / base:.2f} | {largest:.0f} | {together:.0f} |")


if __name__ == "__main__":
    main()
