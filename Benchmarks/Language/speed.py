#!/usr/bin/env python3
"""How fast Language is beside spaCy and UDPipe, in one run on the same text.

usage: speed.py TREEBANKS BENCHMARK [TEXT.conllu…]

TREEBANKS  a folder with en_ewt-ud-train.conllu and en_ewt-ud-dev.conllu, unpacked
BENCHMARK  the program benchmark-language, built for release
TEXT       what is read: the news of GUM and all of PUD in TREEBANKS when not said

The peers are trained on UD English EWT for a few rounds: enough for them to decide as they would, not for figures of
accuracy, on which their speed does not depend. All work on one core and by the processor's time; the best of three counts.

    python3 -m venv VENV && VENV/bin/pip install spacy ufal.udpipe
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"

ROUNDS = 3
TRAINING_SENTENCES = 2_000


def sentences(path):
    """The sentences of a treebank: their text, whether a paragraph begins, and rows of columns."""
    for block in Path(path).read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        text = next((line[9:] for line in lines if line.startswith("# text = ")), None)
        rows = [line.split("\t") for line in lines if re.match(r"\d+\t", line)]
        if text:
            begins = any(re.match(r"# new(par|doc)", line) for line in lines)
            yield text, begins, rows


def articles(paths):
    """Texts of 3 kB and more, as benchmark-language cuts them."""
    found = []
    for path in paths:
        paragraphs = []
        for text, begins, _ in sentences(path):
            if begins or not paragraphs:
                paragraphs.append(text)
            else:
                paragraphs[-1] += " " + text
        article = ""
        for paragraph in paragraphs:
            article += ("\n\n" if article else "") + paragraph
            if len(article.encode()) >= 3_000:
                found.append(article)
                article = ""
        found += [article] if article else []
    return found


def best(work):
    """The least of the processor's time that the work takes, in seconds, and its result."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return min(times), result


def spacy_speeds(folder, texts):
    """Tokens a second of spaCy's stages, each with vectors of its own (its small pipeline shares some)."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example

    nlp = spacy.blank("en")
    for pipe in ("tagger", "parser", "ner"):
        nlp.add_pipe(pipe)
    examples = []
    for _, _, rows in list(sentences(folder / "en_ewt-ud-train.conllu"))[:TRAINING_SENTENCES]:
        words = [row[1] for row in rows]
        heads = [int(row[6]) - 1 if row[6] != "0" else index for index, row in enumerate(rows)]
        gold = Doc(
            nlp.vocab,
            words=words,
            tags=[row[4] for row in rows],
            heads=heads,
            deps=[row[7] for row in rows],
            ents=["B-NAME" if row[3] == "PROPN" else "O" for row in rows],
        )
        examples.append(Example(Doc(nlp.vocab, words=words), gold))
    optimizer = nlp.initialize(lambda: examples)
    for start in range(0, len(examples), 50):
        nlp.update(examples[start : start + 50], sgd=optimizer)

    plain = spacy.blank("en")
    plain.add_pipe("sentencizer")
    seconds, documents = best(lambda: [plain(text) for text in texts])
    tokens = sum(map(len, documents))
    speeds = {"tokens and sentences": tokens / seconds}
    made = lambda: [nlp.make_doc(text) for text in texts]
    for name, pipe in (("tags", "tagger"), ("names", "ner"), ("relations", "parser")):
        documents = made()
        seconds, _ = best(lambda: [nlp.get_pipe(pipe)(document) for document in documents])
        speeds[name] = tokens / seconds
    seconds, _ = best(lambda: list(nlp.pipe(texts, batch_size=32)))
    speeds["all"] = tokens / seconds
    return speeds


def udpipe_speeds(folder, texts):
    """Tokens a second of UDPipe 1 with its default settings."""
    from ufal import udpipe

    def read(name, limit):
        reader = udpipe.InputFormat.newConlluInputFormat()
        reader.setText((folder / name).read_text(encoding="utf-8"))
        found = udpipe.Sentences()
        sentence = udpipe.Sentence()
        while len(found) < limit and reader.nextSentence(sentence):
            found.append(sentence)
            sentence = udpipe.Sentence()
        return found

    error = udpipe.ProcessingError()
    trained = udpipe.Trainer.train(
        "morphodita_parsito",
        read("en_ewt-ud-train.conllu", TRAINING_SENTENCES),
        read("en_ewt-ud-dev.conllu", 200),
        "epochs=1",
        "models=1;iterations=3",
        "iterations=1",
        error,
    )
    if error.occurred():
        sys.exit(error.message)
    with tempfile.NamedTemporaryFile() as file:
        file.write(trained if isinstance(trained, bytes) else bytes(trained))
        file.flush()
        model = udpipe.Model.load(file.name)

    def tokenised():
        found = []
        for text in texts:
            reader = model.newTokenizer(model.DEFAULT)
            reader.setText(text)
            sentence = udpipe.Sentence()
            while reader.nextSentence(sentence):
                found.append(sentence)
                sentence = udpipe.Sentence()
        return found

    seconds, documents = best(tokenised)
    tokens = sum(len(sentence.words) - 1 for sentence in documents)
    speeds = {"tokens and sentences": tokens / seconds}
    tagging, _ = best(lambda: [model.tag(sentence, model.DEFAULT) for sentence in documents])
    parsing, _ = best(lambda: [model.parse(sentence, model.DEFAULT) for sentence in documents])
    return speeds | {
        "tags": tokens / tagging,
        "relations": tokens / parsing,
        "all": tokens / (seconds + tagging + parsing),
    }


def own_speeds(benchmark, paths):
    """What benchmark-language prints, and its figures."""
    output = subprocess.run([benchmark, *paths], check=True, capture_output=True, text=True).stdout
    speeds = {}
    for line in output.splitlines():
        if match := re.match(r"(.*?)(?:,.*?)? {2,}([\d,]+) +tokens/s", line):
            speeds.setdefault(match[1], float(match[2].replace(",", "")))
    return output, speeds


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    paths = sys.argv[3:] or [
        str(folder / name) for name in ("gum_news_devtest.conllu", "en_pud-ud-test.conllu")
    ]
    texts = articles(paths)
    output, own = own_speeds(sys.argv[2], paths)
    print(output)
    peers = {"spaCy": spacy_speeds(folder, texts), "UDPipe": udpipe_speeds(folder, texts)}
    print(f"{'tokens a second':24}{'Language':>14}" + "".join(f"{name:>22}" for name in peers))
    for stage, speed in own.items():
        cells = ""
        for speeds in peers.values():
            peer = speeds.get(stage)
            cells += f"{f'{peer:,.0f}  (×{speed / peer:.0f})' if peer else '':>22}"
        print(f"{stage:24}{speed:>14,.0f}{cells}")


main()
