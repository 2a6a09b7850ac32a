"""The engines that are measured, each in a process of its own.

Run as a program this file serves one of the peers: it reads lines of JSON and answers each with one.
  {"build": CORPUS, "index": PATH}   makes the index, tells time, memory and size, and ends
  {"query": [WORDS], "limit": N}     the best N: {"ms": time inside the engine, "cpu": of the processor, "total": N, "ids": [...]}
Milliseconds are taken around the engine's own call, pipes and JSON left out; Groonga tells its own, and
its processor time is the system's count of its process, which reads the pipe and writes JSON as well.
"""
import json
import os
import pathlib
import re
import resource
import sqlite3
import subprocess
import sys
import time
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import corpus


class Trigram:
    """SQLite's FTS5 with its built-in trigram tokenizer, ranked by bm25."""

    def build(self, texts, path):
        db = sqlite3.connect(path)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE passage (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
        db.execute("CREATE VIRTUAL TABLE t USING fts5(text, content='passage', content_rowid='id', tokenize='trigram')")
        with db:
            db.executemany("INSERT INTO passage VALUES (?, ?)", enumerate(texts, 1))
            db.execute("INSERT INTO t(rowid, text) SELECT id, text FROM passage")
            db.execute("INSERT INTO t(t) VALUES ('optimize')")
        db.close()

    def index_bytes(self, path):
        db = sqlite3.connect(path)
        return db.execute("SELECT sum(length(block)) FROM t_data").fetchone()[0] + db.execute(
            "SELECT sum(length(sz)) FROM t_docsize").fetchone()[0]

    def open(self, path):
        self.db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.db.execute("PRAGMA mmap_size = 268435456")

    def ask(self, words, limit):
        match = " AND ".join(f'"{w}"' for w in words)
        started = clocks()
        rows = self.db.execute("SELECT rowid FROM t WHERE t MATCH ? ORDER BY bm25(t) LIMIT ?", (match, limit)).fetchall()
        return since(started), None, [r[0] for r in rows]


def grams(text):
    """Bigrams of each run of letters; the last letter of a run stands alone, so that no phrase
    crosses a mark."""
    out = []
    for run in re.findall(r"\w+", unicodedata.normalize("NFKC", text).lower()):
        out += [run[i:i + 2] for i in range(len(run))]
    return out


class Tantivy:
    """tantivy over bigrams in spaces: its own n-gram tokenizer puts all of them at one position."""

    def schema(self):
        import tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_unsigned_field("number", stored=True)
        builder.add_text_field("text", stored=False, tokenizer_name="whitespace", index_option="position")
        return builder.build()

    def build(self, texts, path):
        import tantivy
        os.makedirs(path)
        index = tantivy.Index(self.schema(), path=path)
        index.register_tokenizer("whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        writer = index.writer()
        for number, text in enumerate(texts, 1):
            writer.add_document(tantivy.Document(number=number, text=" ".join(grams(text))))
        writer.commit()
        writer.wait_merging_threads()

    def index_bytes(self, path):
        return sum(f.stat().st_size for f in pathlib.Path(path).iterdir())

    def open(self, path):
        import tantivy
        self.tantivy = tantivy
        self.fields = self.schema()
        index = tantivy.Index.open(path)
        index.register_tokenizer("whitespace", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())
        index.reload()
        self.searcher = index.searcher()

    def query(self, word):
        query = self.tantivy.Query
        own = grams(word)
        own = own[:-1] if len(own) > 1 else own
        if len(word) == 1:
            return query.regex_query(self.fields, "text", word + ".?")
        if len(own) == 1:
            return query.term_query(self.fields, "text", own[0])
        return query.phrase_query(self.fields, "text", own)

    def ask(self, words, limit):
        started = clocks()
        parts = [self.query(w) for w in words]
        query = parts[0] if len(parts) == 1 else self.tantivy.Query.boolean_query(
            [(self.tantivy.Occur.Must, p) for p in parts])
        result = self.searcher.search(query, limit)
        numbers = [self.searcher.doc(address)["number"][0] for _, address in result.hits]
        return since(started), result.count, numbers


class Groonga:
    """Groonga with TokenBigram, its index made after the load; time as Groonga itself tells it."""

    def run(self, path, *options):
        self.pipe = subprocess.Popen(["groonga", *options, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def say(self, line):
        self.pipe.stdin.write(line + "\n")
        self.pipe.stdin.flush()
        return self.reply()

    def reply(self):
        answer = json.loads(self.pipe.stdout.readline())
        if answer[0][0]:
            raise RuntimeError(f"Groonga: {answer[0]}")
        return answer

    def build(self, texts, path):
        os.makedirs(path)
        self.run(path + "/db", "-n")
        self.say("table_create Passage TABLE_NO_KEY")
        self.say("column_create Passage text COLUMN_SCALAR Text")
        self.pipe.stdin.write("load --table Passage\n[\n")
        for number, text in enumerate(texts):
            self.pipe.stdin.write((",\n" if number else "") + json.dumps({"text": text}, ensure_ascii=False))
        self.pipe.stdin.write("\n]\n")
        self.pipe.stdin.flush()
        self.reply()
        self.say("table_create Term TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto")
        before = all_bytes(path)
        self.say("column_create Term passage COLUMN_INDEX|WITH_POSITION Passage text")
        self.peak_mb = peak_mb(self.pipe.pid)
        self.pipe.stdin.close()
        self.usage = os.wait4(self.pipe.pid, 0)[2]
        (pathlib.Path(path) / "before").write_text(str(before))

    def index_bytes(self, path):
        return all_bytes(path) - int((pathlib.Path(path) / "before").read_text())

    def open(self, path):
        self.run(path + "/db")

    def ask(self, words, limit):
        match = " ".join(f'"{w}"' for w in words)
        started = processor_ms(self.pipe.pid)
        (_, _, seconds), ((count, _, *rows),) = self.say(
            f"select Passage --match_columns text --query '{match}' --output_columns _id "
            f"--sort_keys -_score --limit {limit} --cache no")
        return (seconds * 1000, processor_ms(self.pipe.pid) - started), count[0], [r[0] for r in rows]


PEERS = {"trigram": Trigram, "tantivy": Tantivy, "groonga": Groonga}


def clocks():
    return time.perf_counter(), time.process_time()


def since(started):
    """Milliseconds by the clock and of processor time."""
    return tuple((now - then) * 1000 for now, then in zip(clocks(), started))


def processor_ms(process):
    """Milliseconds of processor time another process has used."""
    return int(pathlib.Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e6


def peak_mb(process):
    """The most memory a running process has had; the system's own count at its end would include what
    its parent had when it was started."""
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s*(\d+)", status).group(1)) / 1024


def all_bytes(path):
    path = pathlib.Path(path)
    files = path.iterdir() if path.is_dir() else path.parent.glob(path.name + "*")
    return sum(f.stat().st_blocks * 512 for f in files)


def serve(name):
    peer = PEERS[name]()
    first = json.loads(sys.stdin.readline())
    if "build" in first:
        started = time.monotonic()
        peer.build(corpus.stream(first["build"]), first["index"])
        seconds = time.monotonic() - started
        usage = getattr(peer, "usage", None) or resource.getrusage(resource.RUSAGE_SELF)
        print(json.dumps({
            "seconds": seconds, "cpu": usage.ru_utime + usage.ru_stime,
            "peak_mb": getattr(peer, "peak_mb", None) or peak_mb("self"),
            "index_bytes": peer.index_bytes(first["index"]), "all_bytes": all_bytes(first["index"])}), flush=True)
        return
    peer.open(first["index"])
    print(json.dumps({}), flush=True)
    for line in sys.stdin:
        request = json.loads(line)
        (ms, cpu), total, ids = peer.ask(request["query"], request["limit"])
        print(json.dumps({"ms": ms, "cpu": cpu, "total": total, "ids": ids}), flush=True)


if __name__ == "__main__":
    serve(sys.argv[1])
