"""What the proofs of operation share: the program, texts to take in, states of an index, tables."""
import argparse
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time
import unicodedata
import zipfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]


def options(description, paths="+"):
    """The parser of a proof's command line: the program, the texts (None: it makes its own), where to work."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shirube", help="the program")
    if paths:
        parser.add_argument("paths", nargs=paths, help="files and folders of texts (.txt, .md, zips of them)")
    parser.add_argument("--work", default=None, help="an empty folder to work in (else one under /tmp)")
    parser.add_argument("--seed", type=int, default=1, help="of every random choice (1)")
    parser.add_argument("--keep", action="store_true", help="leave the working folder")
    return parser


class Place:
    """A working folder that is gone at the end."""

    def __init__(self, given, name, keep=False):
        self.path = pathlib.Path(given or f"/tmp/shirube-{name}-{os.getpid()}").resolve()
        self.keep = keep

    def __enter__(self):
        self.path.mkdir(parents=True, exist_ok=True)
        if any(self.path.iterdir()):
            sys.exit(f"{self.path} is not empty")
        return self.path

    def __exit__(self, *_):
        if not self.keep:
            shutil.rmtree(self.path, ignore_errors=True)


class Program:
    """Runs shirube with the project's tables and nothing else from the environment's settings."""

    def __init__(self, path, before=()):
        self.path = str(pathlib.Path(path).resolve())
        self.before = list(before)
        self.environment = {k: v for k, v in os.environ.items() if not k.startswith("SHIRUBE_")}
        self.environment["SHIRUBE_DATA"] = os.environ.get("SHIRUBE_DATA", str(PROJECT / "corpus"))

    def command(self, *arguments):
        return [*self.before, self.path, *map(str, arguments)]

    def start(self, *arguments, **settings):
        return subprocess.Popen(self.command(*arguments), env=self.environment, **settings)

    def run(self, *arguments, lang="en", **settings):
        return subprocess.run(
            self.command(*arguments, "--lang", lang), env=self.environment, capture_output=True,
            text=True, errors="replace", **settings)

    def json(self, *arguments):
        run = self.run(*arguments, "--format", "json")
        return json.loads(run.stdout) if run.stdout.strip() else None

    def digest(self, index):
        """The content digest, or nil where the index can't be read."""
        found = self.json("stats", "--index", index)
        return found and found.get("content_digest", found.get("digest"))

    def is_sound(self, index):
        return self.run("check", "--index", index).returncode == 0

    def contents(self, index):
        """A digest of each document's records, or None where the index can't be read.

        Which held document a cited title is depends on the others and is left out.
        """
        run = self.run("dump", "--index", index)
        if run.returncode not in (0, 1):
            return None
        digests = {}
        for line in run.stdout.splitlines():
            record = json.loads(line)
            name = record["id"] if record["type"] == "document" else record["doc"]
            if record["type"] == "link":
                record.pop("document", None)
            digests.setdefault(name, hashlib.sha256()).update(
                json.dumps(record, sort_keys=True).encode())
        return {name: digest.hexdigest() for name, digest in digests.items()}


def readable(paths):
    """The texts under the paths: (name, text)."""
    for path in map(pathlib.Path, paths):
        files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
        for file in files:
            if file.suffix == ".zip":
                with zipfile.ZipFile(file) as archive:
                    for name in sorted(archive.namelist()):
                        if name.endswith((".txt", ".md")):
                            yield pathlib.Path(name).name, archive.read(name).decode("utf-8")
            elif file.suffix in (".txt", ".md"):
                yield file.name, file.read_text(encoding="utf-8")


def stored(log):
    """The names of the files whose documents a log of level debug tells as stored."""
    return set(re.findall(r"stored:.*file=(\S+)", log))


def copied(paths, folder):
    """Copies the texts into a folder, which the proof may then change; returns their files."""
    folder.mkdir(parents=True)
    for name, text in readable(paths):
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


class Recombiner:
    """Makes documents of a size out of runs of lines of real ones, different from each other."""

    def __init__(self, paths, seed, most=40_000_000):
        self.choice = random.Random(seed)
        self.sources, size = [], 0
        for _, text in readable(paths):
            lines = [line for line in text.split("\n") if line.strip() not in ("", "---")]
            if len(lines) > 20 and size < most:
                self.sources.append(lines)
                size += len(text)
        if not self.sources:
            sys.exit("no texts of more than 20 lines under the paths")

    def document(self, number, size):
        lines, length = [f"# 文書{number}"], 0
        while length < size:
            source = self.choice.choice(self.sources)
            first = self.choice.randrange(len(source))
            for line in source[first:first + self.choice.randint(3, 30)]:
                lines += [line, ""]
                length += len(line.encode()) + 2
        return "\n".join(lines)

    def write(self, folder, count, size):
        """Writes documents, a thousand to a folder; returns their bytes."""
        total = 0
        for number in range(count):
            part = folder / f"{number // 1000:03}"
            part.mkdir(parents=True, exist_ok=True)
            text = self.document(number, size).encode()
            (part / f"document-{number:05}.md").write_bytes(text)
            total += len(text)
        return total


class Measured:
    """A finished run: exit status, wall and processor seconds, and memory in MB.

    `peak` is the largest resident set as the kernel counts it (VmHWM, which getrusage would mix with
    that of this script), pages of mapped files included; `own` is the largest part seen that is not
    of files.
    """

    def __init__(self, command, **settings):
        started = time.monotonic()
        process = subprocess.Popen(command, **settings)
        self.peak = self.own = 0
        while True:
            try:
                status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            except OSError:
                status = ""
            fields = dict(line.split(":", 1) for line in status.splitlines())
            # Until it has become the command, the process is a copy of this script.
            if fields.get("Name", "").strip().startswith("python"):
                fields = {}
            for name, key in [("peak", "VmHWM"), ("own", "RssAnon")]:
                if key in fields:
                    setattr(self, name, max(getattr(self, name), int(fields[key].split()[0]) / 1024))
            done, code, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            time.sleep(0.01)
        process.returncode = self.status = os.waitstatus_to_exitcode(code)
        self.wall = time.monotonic() - started
        self.processor = usage.ru_utime + usage.ru_stime


def remove_index(index):
    for suffix in ("", "-wal", "-shm", "-journal", ".lock", ".rebuild", ".rebuild-wal",
                   ".rebuild-shm", ".rebuild.lock"):
        pathlib.Path(f"{index}{suffix}").unlink(missing_ok=True)
    shutil.rmtree(f"{index}.decisions", ignore_errors=True)


def table(header, rows):
    """Prints rows under a header, columns by display width, numbers to the right."""
    def width(text):
        return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)

    cells = [[str(cell) for cell in row] for row in [header, *rows]]
    widths = [max(width(row[i]) for row in cells) for i in range(len(header))]
    for row in cells:
        print("  ".join(
            cell + " " * (w - width(cell)) if i == 0 else " " * (w - width(cell)) + cell
            for i, (cell, w) in enumerate(zip(row, widths))).rstrip(), flush=True)


class Verdict:
    """Gathers faults; the proof ends with status 1 if there is one."""

    def __init__(self):
        self.faults = []

    def expect(self, holds, words):
        if not holds:
            self.faults.append(words)
            print(f"FAULT: {words}", file=sys.stderr, flush=True)
        return bool(holds)

    def leave(self):
        print(f"{len(self.faults)} faults")
        sys.exit(1 if self.faults else 0)
