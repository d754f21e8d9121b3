#!/usr/bin/env python3
"""How fast Corpus reads pages and plain text, beside trafilatura in the same run on the same pages.

usage: speed.py PAGES TOOL

PAGES  a folder with saved pages, .html or .html.gz, such as the html folder of scrapinghub/article-extraction-benchmark
TOOL   the built evaluate-corpus

Pages are unpacked first. All work on one core and by the processor's time; the best of three counts. The plain text is made of
words of our own: as long as 30 MB, once in paragraphs of four hundred bytes, as articles have them, and once in lines of
eighty, where every line might be a date, a menu or a byline.

    python3 -m venv VENV && VENV/bin/pip install trafilatura
"""

import gzip
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3
TEXT_BYTES = 30_000_000
WORDS = ("the harbour board of Port Ellery said on Monday that it would lease its northern quay to a Danish operator for "
         "twelve years, which brings the town four million pounds a year").split()


def ours(tool, paths):
    """The seconds that the readers took, and the most memory of the program in bytes."""
    run = subprocess.run([tool], input="\n".join(map(str, paths)), capture_output=True, text=True, check=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    return float(run.stderr.split(", ")[2].split()[0]), peak


def trafilatura(paths):
    try:
        from trafilatura import bare_extraction
    except ImportError:
        return None
    pages = [path.read_bytes() for path in paths]
    start = time.process_time()
    for page in pages:
        bare_extraction(page, with_metadata=True)
    return time.process_time() - start


def text(paragraph):
    chance = random.Random(7)
    parts, length = [], 0
    while length < TEXT_BYTES:
        words = []
        while sum(map(len, words)) + len(words) < paragraph:
            words.append(chance.choice(WORDS))
        parts.append(" ".join(words).capitalize() + ".")
        length += len(parts[-1]) + 2
    return "\n\n".join(parts) + "\n"


def line(what, count, size, seconds, more=""):
    print(f"{what:34} {count / seconds:9.1f}/s {size / 1e6 / seconds:8.1f} MB/s{more}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, tool = Path(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory() as place:
        pages = []
        found = {path.name.removesuffix(".gz"): path for path in sorted(folder.rglob("*.html*"))}
        for path in found.values():
            data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
            pages.append(Path(place) / f"{len(pages)}.html")
            pages[-1].write_bytes(data)
        size = sum(path.stat().st_size for path in pages)
        texts = {}
        for paragraph in (400, 80):
            texts[paragraph] = Path(place) / f"{paragraph}.txt"
            texts[paragraph].write_text(text(paragraph))
        for paragraph, path in texts.items():
            runs = [ours(tool, [path]) for _ in range(ROUNDS)]
            seconds, peak = min(runs)
            bytes_read = path.stat().st_size
            line(f"text in paragraphs of {paragraph} bytes", 1, bytes_read, seconds,
                 f", {peak / bytes_read:.1f} times the file in memory")
        mine = min(ours(tool, pages)[0] for _ in range(ROUNDS))
        line(f"{len(pages)} pages", len(pages), size, mine)
        theirs = min(filter(None, (trafilatura(pages) for _ in range(ROUNDS))), default=None)
        if theirs:
            line("trafilatura, the same pages", len(pages), size, theirs, f", {theirs / mine:.1f} times as long")


if __name__ == "__main__":
    main()
