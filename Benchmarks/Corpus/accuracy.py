#!/usr/bin/env python3
"""Scores main text and dates on public sets, ours beside the peers' that are installed.

usage: accuracy.py FOLDER TOOL [--half A|B] [--set NAME] [--no-peers] [--worst N]

FOLDER holds copies of scrapinghub/article-extraction-benchmark, adbar/trafilatura,
adbar/htmldate and mozilla/readability under their own names; what is missing is passed over.
TOOL is the built evaluate-corpus. Half A is for work, half B for judging: the first byte of the
SHA-256 of a page's name is even in A, odd in B. The scorers of the first two sets are their own
files; mozilla/readability has none for text, and is scored by the first one's shingles.
"""
import argparse
import gzip
import hashlib
import importlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def half(name):
    return "AB"[hashlib.sha256(name.encode()).digest()[0] % 2]


# --- the sets: name -> (path of the page, truth)

def benchmark_pages(folder):
    truth = json.loads((folder / "ground-truth.json").read_text())
    return {key: (folder / "html" / f"{key}.html.gz", item["articleBody"])
            for key, item in truth.items()}


def trafilatura_pages(folder):
    common = scorer(folder / "tests", "eval_common")
    data = common.load_evaldata(str(folder / "tests"))
    pages = {}
    for item in data.values():
        path = common.resolve(str(folder / "tests"), item["file"])
        if path:
            pages[item["file"]] = (Path(path), item)
    return pages


def htmldate_pages(folder):
    pages = {}
    for name in ("eval_mediacloud_2020.json", "eval_default.json"):
        for item in json.loads((folder / "tests" / name).read_text()).values():
            for place in ("test_set", "cache", "eval"):
                path = folder / "tests" / place / item["file"]
                if path.is_file():
                    pages[item["file"]] = (path, item["date"])
                    break
    return pages


def readability_pages(folder):
    pages = {}
    for path in sorted((folder / "test" / "test-pages").iterdir()):
        if (path / "expected.html").is_file():
            truth = text_of((path / "expected.html").read_text("utf-8", "replace"))
            pages[path.name] = (path / "source.html", truth)
    return pages


# --- the scorers

def scorer(folder, name):
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.pop(0)


def by_shingles(folder, pages, results):
    module = scorer(folder, "evaluate")
    counts = [module.string_shingle_matching(true=truth or "", pred=results[name] or "")
              for name, (_, truth) in pages.items()]
    scores = module.metrics_from_tp_fp_fns(counts)
    each = {name: (2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 1, fp, fn)
            for name, (tp, fp, fn) in zip(pages, counts)}
    return f"P {scores['precision']:.3f}  R {scores['recall']:.3f}  F1 {scores['f1']:.3f}", each


def by_phrases(folder, pages, results):
    module = scorer(folder / "tests", "eval_common")
    matrix, each = module.ConfusionMatrix(), {}
    for name, (_, item) in pages.items():
        counts = tp, fp, fn, tn = module.count_item(item, results[name])
        matrix.add(counts)
        each[name] = ((tp + tn) / sum(counts), fp, fn)
    precision, recall, accuracy, f1 = matrix.scores()
    return f"P {precision:.3f}  R {recall:.3f}  accuracy {accuracy:.3f}  F1 {f1:.3f}", each


def by_dates(folder, pages, results):
    tp = fp = tn = fn = 0
    each = {}
    for name, (_, truth) in pages.items():
        found = results[name]
        if found is None:
            tn, fn = tn + (truth is None), fn + 1
        else:
            tp, fp = tp + (found == truth), fp + (found != truth)
        each[name] = (float(found == truth), found, truth)
    # A page without a date counts as missed in the set's own scorer also where none is found.
    accuracy = (tp + tn) / (tp + tn + fp + fn)
    f1 = 2 * tp / (2 * tp + fp + fn)
    return f"P {tp / (tp + fp):.3f}  accuracy {accuracy:.3f}  F1 {f1:.3f}", each


# --- the readers

def read_bytes(path):
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def text_of(html):
    from lxml import html as parser
    if not html or not html.strip():
        return ""
    tree = parser.fromstring(html)
    for block in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td"):
        block.tail = "\n" + (block.tail or "")
    return tree.text_content()


def ours(tool, pages, field):
    paths = "\n".join(str(path) for path, _ in pages.values())
    with tempfile.TemporaryFile("w+") as names:
        names.write(paths)
        names.seek(0)
        done = subprocess.run([tool], stdin=names, capture_output=True, check=True, text=True)
    lines = {}
    for line in done.stdout.splitlines():
        item = json.loads(line)
        lines[item["path"]] = item
    seconds = float(done.stderr.split(", ")[-1].split()[0])
    return {name: lines.get(str(path), {}).get(field) for name, (path, _) in pages.items()}, seconds


def peers(kind):
    found = {}
    try:
        import trafilatura
        if kind == "text":
            found["trafilatura"] = lambda page: trafilatura.extract(page, include_comments=False)
    except ImportError:
        pass
    if kind == "text":
        try:
            from readability import Document
            from trafilatura.utils import decode_file
            found["readability-lxml"] = lambda page: text_of(
                Document(decode_file(page)).summary(html_partial=True))
        except ImportError:
            pass
        try:
            import newspaper
            found["newspaper4k"] = lambda page: newspaper.article(
                "", input_html=decode_file(page)).text
        except ImportError:
            pass
    else:
        try:
            from htmldate import find_date
            for name, wide in (("htmldate fast", False), ("htmldate extensive", True)):
                found[name] = lambda page, wide=wide: find_date(
                    decoded(page), original_date=True, extensive_search=wide)
        except ImportError:
            pass
    return found


def decoded(page):
    try:
        return page.decode()
    except UnicodeDecodeError:
        from htmldate.utils import decode_file
        return decode_file(page)


def run(peer, pages):
    results, spent = {}, 0.0
    for name, (path, _) in pages.items():
        page = read_bytes(path)
        start = time.process_time()
        try:
            results[name] = peer(page)
        except Exception:  # a peer that fails on a page has found nothing there
            results[name] = None
        spent += time.process_time() - start
    return results, spent


SETS = {
    "article-extraction-benchmark": (benchmark_pages, by_shingles, "text"),
    "trafilatura": (trafilatura_pages, by_phrases, "text"),
    "readability": (readability_pages, by_shingles, "text"),
    "htmldate": (htmldate_pages, by_dates, "published"),
}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("tool")
    parser.add_argument("--half", choices=["A", "B"], action="append")
    parser.add_argument("--set", choices=list(SETS), action="append")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--worst", type=int, default=0)
    arguments = parser.parse_args()
    for name in arguments.set or SETS:
        folder = arguments.folder / name
        if not folder.is_dir():
            print(f"{name}: no such folder, passed over", file=sys.stderr)
            continue
        load, score, field = SETS[name]
        everything = load(folder)
        base = arguments.folder / "article-extraction-benchmark" if name == "readability" else folder
        for part in arguments.half or ["A", "B"]:
            pages = {key: value for key, value in everything.items() if half(key) == part}
            print(f"{name}, half {part}: {len(pages)} pages")
            results, seconds = ours(arguments.tool, pages, field)
            figures, each = score(base, pages, results)
            print(f"  {'briefctl':<20} {figures}  {seconds:.2f} s", flush=True)
            for key in sorted(each, key=lambda key: each[key][0])[:arguments.worst]:
                print(f"    {each[key][0]:.3f} {each[key][1:]} {key}")
            for peer, function in ({} if arguments.no_peers else peers(field)).items():
                results, seconds = run(function, pages)
                print(f"  {peer:<20} {score(base, pages, results)[0]}  {seconds:.2f} s", flush=True)


if __name__ == "__main__":
    main()
