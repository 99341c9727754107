"""Compares what this AppSuite says with the test vectors. Usage: main.py <folder of vectors> <schema>"""

import json
import re
import sys
from pathlib import Path

import certificate
import clock
import documents
import ed25519
import enforcement
import jws
import service_token
import waits


def main(folder, schema_file):
    vectors = {file.stem: json.loads(file.read_text("utf-8")) for file in Path(folder).glob("*.json")}
    schema = json.loads(Path(schema_file).read_text("utf-8"))
    answers = [
        *_keys(vectors["keys"]),
        *_documents(vectors["documents"], schema),
        *_enforcement(vectors["enforcement"]),
        *_clocks(vectors["clock"]),
        *_signed(vectors["signed-by-server"], vectors["keys"]["server"]),
        *_pastes(vectors["pastes"]),
        *_service_tokens(vectors["service-tokens"], vectors["keys"]["jwks"]),
        *_waits(vectors["waits"]),
    ]
    wrong = [(name, got, expected) for name, got, expected in answers if got != expected]
    for name, got, expected in wrong:
        print("%s\n  here:     %s\n  expected: %s" % (name, json.dumps(got), json.dumps(expected)))
    print("%d answers, %d wrong" % (len(answers), len(wrong)))
    return 1 if wrong else 0


def _keys(keys):
    for key in [*keys["roots"], *keys["signing"], keys["server"], keys["service"]]:
        yield "key " + key["kid"], jws.encode(ed25519.public_key(bytes.fromhex(key["seed"]))), key["publicKey"]["x"]
        yield "name of " + key["kid"], certificate.thumbprint(key["publicKey"]), key["kid"]
    for key in (key for key in keys["jwks"]["keys"] if "certificate" in key):
        root, certified = certificate.read(key["certificate"])
        yield "certificate of " + key["kid"], [root, certified["jwk"]["x"]], [keys["roots"][0]["kid"], key["x"]]


def _documents(cases, schema):
    for case in cases:
        got = documents.verdict(case["document"], schema, case["given"])
        yield "document: " + case["name"], got, case["verdict"]


def _enforcement(cases):
    for case in cases:
        claims = jws.read(case["document"])[1]
        taken_over = case.get("takenOver", False)
        for moment in case["at"]:
            instant = moment.pop("instant")
            now = clock.milliseconds(instant)
            yield "%s at %s" % (case["name"], instant), enforcement.what_runs(claims, now, taken_over), moment


def _clocks(cases):
    for case in cases:
        time = None
        for step in case["steps"]:
            machine = clock.milliseconds(step["machine"])
            time = clock.look(time, machine)
            if "document" in step:
                time = clock.set_by(clock.milliseconds(step["document"]), machine)
            if "refusal" in step:
                time = clock.heard(time, clock.milliseconds(step["refusal"]))
            got = [time[1], clock.is_corrected(time, machine)]
            yield "clock: " + case["name"], got, [clock.milliseconds(step["now"]), step["isCorrected"]]


def _signed(cases, key):
    for case in cases:
        header, claims, signed, _ = jws.read(case["text"])
        signature = ed25519.sign(bytes.fromhex(key["seed"]), signed)
        got = [header, claims, "%s.%s" % (signed.decode(), jws.encode(signature))]
        yield case["name"], got, [case["header"], case["claims"], case["text"]]


def _pastes(cases):
    for case in cases:
        lines = re.sub(r"^[\s>]+", "", case["pasted"], flags=re.MULTILINE)
        yield "paste " + case["name"], re.sub("[\\s\u200b\ufeff\"'“”„«»<>]", "", lines), case["text"]


def _service_tokens(cases, jwks):
    for case in cases:
        got = service_token.verdict(case["token"], jwks, case["given"])
        yield "service token: " + case["name"], got, case["verdict"]


def _waits(cases):
    for case in cases:
        state = waits.Waits()
        for number, step in enumerate(case["steps"], 1):
            pause = state.after(step)
            yield "wait %d: %s" % (number, case["name"]), [state.seconds, pause], [step["seconds"], step["pause"]]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
