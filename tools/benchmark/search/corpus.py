"""The text that is searched, the queries, and what they must find.

A corpus file holds documents, each ended by U+001D; a document is its title and its passages, each
ended by U+001E. All peers read the same file.
"""
import bisect
import hashlib
import pathlib
import random
import re
import zipfile

LIMIT = 1500
KANJI = "一-龠々"


def mixed(name):
    """A fixed order that mixes long and short, old and new laws."""
    return hashlib.sha256(name.encode()).hexdigest()


def passages(text):
    """Articles; a long one is cut at the ends of its paragraphs."""
    body = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    out = []
    for article in re.split(r"\n(?=\*\*第|#)", body):
        piece = ""
        for line in article.split("\n"):
            line = line.replace("**", "").lstrip("#- ").strip("\r")
            if not line.strip():
                continue
            if piece and len(piece) + len(line) > LIMIT:
                out.append(piece)
                piece = ""
            piece += ("\n" if piece else "") + line
        if piece:
            out.append(piece)
    return out


def write(archive, path, megabytes):
    """Writes a corpus file with at least so many megabytes (10⁶ bytes) of text, or all there is."""
    size = 0
    with zipfile.ZipFile(archive) as zip_file, open(path, "w", encoding="utf-8") as file:
        for name in sorted((n for n in zip_file.namelist() if n.endswith(".md")), key=mixed):
            if size >= megabytes * 1_000_000:
                break
            text = zip_file.read(name).decode("utf-8")
            cut = passages(text)
            size += sum(len(p.encode()) for p in cut)
            title = re.search(r'^title: "(.*)"$', text, flags=re.M)
            file.write((title.group(1) if title else name) + "\x1e" + "".join(p + "\x1e" for p in cut) + "\x1d")


def stream(path):
    """The passages in order, never more than a document of them in memory."""
    rest = ""
    with open(path, encoding="utf-8", newline="") as file:
        while block := file.read(1 << 20):
            *documents, rest = (rest + block).split("\x1d")
            for document in documents:
                yield from document.split("\x1e")[1:-1]


class Truth:
    """Plain substring search over all passages at once."""

    def __init__(self, texts):
        self.joined = "\x1e".join(texts)
        self.starts = [0]
        for text in texts:
            self.starts.append(self.starts[-1] + len(text) + 1)

    def holding(self, word):
        found, at = set(), self.joined.find(word)
        while at >= 0:
            number = bisect.bisect_right(self.starts, at)
            found.add(number)
            at = self.joined.find(word, self.starts[number])
        return found

    def answer(self, words):
        return set.intersection(*(self.holding(w) for w in words))


def queries(texts, seed=20261121):
    """200 mixed queries and 20 of one character, as (kind, [words])."""
    chooser = random.Random(seed)
    truth = Truth(texts)
    seen, found = set(), []

    def take(kind, count, make):
        left = count
        while left:
            words = make(chooser.choice(texts))
            if words and tuple(words) not in seen:
                seen.add(tuple(words))
                found.append((kind, words))
                left -= 1

    def run(pattern, text):
        runs = re.findall(pattern, text)
        return [chooser.choice(runs)] if runs else None

    def phrase(text):
        sentences = re.findall(rf"[{KANJI}ぁ-んァ-ヶー]{{7,}}", text)
        if not sentences:
            return None
        sentence, size = chooser.choice(sentences), chooser.randint(7, 16)
        start = chooser.randint(0, max(0, len(sentence) - size))
        part = sentence[start:start + size]
        return [part] if re.search("[ぁ-ん]", part) and re.search(f"[{KANJI}]", part) else None

    def pair(text):
        words = re.findall(rf"(?<![{KANJI}])[{KANJI}]{{2,4}}(?![{KANJI}])", text)
        two = chooser.sample(words, 2) if len(words) > 1 else None
        return two if two and two[0] != two[1] else None

    def rare(text):
        words = run(rf"[{KANJI}ァ-ヶー]{{4,10}}", text)
        return words if words and len(truth.holding(words[0])) <= 5 else None

    for word in ("特許", "輸出", "投資", "技術", "半導"):
        seen.add((word,))
        found.append(("2-char", [word]))
    take("2-char", 35, lambda t: run(rf"(?<![{KANJI}])[{KANJI}]{{2}}(?![{KANJI}])", t))
    take("compound", 60, lambda t: run(rf"(?<![{KANJI}ァ-ヶー])[{KANJI}ァ-ヶー]{{3,6}}(?![{KANJI}ァ-ヶー])", t))
    take("phrase", 40, phrase)
    take("and", 40, pair)
    take("rare", 20, rare)
    take("1-char", 20, lambda t: run(f"[{KANJI}]", t))
    return found
