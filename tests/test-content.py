#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what spans several documents to them: equivalences, services, keywords, the questions that a search must answer, and what lessons
have to teach.

test-content.py DATA_DIR QUESTIONS

Prints TAP.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from jsonschema import Draft202012Validator


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def expect(condition, message):
    if not condition:
        raise AssertionError(message)


def expect_none(wrong, what):
    wrong = list(wrong)
    expect(not wrong, f"{what}: {wrong}")


def validate(data, name):
    validator = Draft202012Validator(read(data / f"remit-{name}.schema.json"))
    expect_none((error.json_path + ": " + error.message for error in validator.iter_errors(read(data / f"{name}.json"))), "refused")


def read_frameworks(data):
    return {path.stem: read(path) for path in sorted((data / "frameworks").glob("*.json"))}


def ids(framework, member):
    return {item["id"] for item in framework[member]}


def test_equivalences(data, questions):
    """Equivalences fit their schema and name what there is."""
    frameworks = read_frameworks(data)
    validate(data, "equivalences")
    for kind, member in (("parties", "owners"), ("serviceModels", "serviceModels"), ("layers", "layers")):
        for concept in read(data / "equivalences.json")[kind]:
            expect(len(concept["members"]) > 1, f"{concept['id']} has nothing to be compared with")
            expect_none(((concept["id"], framework, id) for framework, named in concept["members"].items() for id in named
                         if id not in ids(frameworks[framework], member)), "not there")


def test_services(data, questions):
    """Services fit their schema; each is in a column that there is, and no name leads to two."""
    frameworks = read_frameworks(data)
    validate(data, "services")
    services = read(data / "services.json")["services"]
    expect(len(services) >= 120, f"only {len(services)} services")
    for service in services:
        for place in [service] + service.get("also", []):
            expect(place["model"] in ids(frameworks[place["framework"]], "serviceModels"), f"{service['id']}: no model {place['model']!r}")
        expect_none(set(service.get("layers", [])) - ids(frameworks[service["framework"]], "layers"), f"{service['id']}: no such layers")
    names = Counter(name.casefold() for service in services for name in {service["name"], *service.get("aliases", [])})
    expect_none((name for name, count in names.items() if count > 1), "names of two services")
    expect_none((id for id, count in Counter(service["id"] for service in services).items() if count > 1), "ids of two services")


def test_coverage(data, questions):
    """Coverage fits its schema, follows its framework, and never gets worse on the way."""
    validate(data, "coverage")
    coverage = read(data / "coverage.json")
    areas, duties = coverage["areas"], coverage["duties"]
    layers = read_frameworks(data)[coverage["framework"]]["layers"]
    expect([(area["id"], area["title"]) for area in areas] == [(layer["id"], layer["title"]) for layer in reversed(layers)], "not the layers")
    expect([area["provider"] for area in areas] == [10, 10, 10, 8, 8, 7, 5, 0, 0, 0], "not the provider's boxes of the picture")
    for kind in ("duties", "enablers", "sources"):
        expect_none((id for id, count in Counter(item["id"] for item in coverage[kind]).items() if count > 1), f"ids of two {kind}")
    better = ["unmet", "partly-met", "met"].index
    steps = 0
    for area in areas:
        stays = area["traditional"][area["provider"]:]
        expect(len(stays) == len(area["remaining"]), f"{area['id']} has not ten boxes")
        expect_none((area["id"] for before, after in zip(stays, area["remaining"]) if better(after) < better(before)), "worse than before")
        steps += sum(better(after) - better(before) for before, after in zip(stays, area["remaining"]))
    expect(steps <= sum(area["provider"] for area in areas), "more steps than freed resources")
    expect(len(duties) == 5 and len({duty["area"] for duty in duties}) == 5, "not five duties in five areas")
    for duty in duties:
        states = next(area["traditional"] for area in areas if area["id"] == duty["area"])
        expect(states[duty["box"] - 1] == "unmet", f"{duty['id']} is not unmet")
    expect(len(coverage["enablers"]) == 3, "not three enablers")


def test_keywords(data, questions):
    """Keywords lead to layers, service models and frameworks that there are."""
    frameworks, keywords = read_frameworks(data), read(data / "keywords.json")
    concepts = {concept["id"] for concept in keywords["concepts"]}
    for concept in keywords["concepts"]:
        expect_none(((concept["id"], framework, id) for framework, named in concept["layers"].items() for id in named
                     if id not in ids(frameworks[framework], "layers")), "not there")
    for entry in keywords["keywords"]:
        expect(entry["words"] and ("concept" not in entry or entry["concept"] in concepts), f"{entry['words'][:1]} leads nowhere")


def test_questions(data, questions):
    """The answers that a search must give are there to be given."""
    frameworks, services = read_frameworks(data), {service["id"] for service in read(data / "services.json")["services"]}
    cases = read(questions)
    expect(len(cases) >= 80, f"only {len(cases)} questions")
    for case in cases:
        kind, answer = case["kind"], case.get("answer")
        framework = frameworks.get(case.get("framework"), {"layers": [], "serviceModels": []})
        known = {"layer": ids(framework, "layers"), "cell": ids(framework, "layers"), "model": ids(framework, "serviceModels"),
                 "service": services, "framework": set(frameworks), "none": {None}}[kind]
        expect(answer in known, f"{case['query']!r}: no {kind} {answer!r}")
        expect(kind != "cell" or case["model"] in ids(framework, "serviceModels"), f"{case['query']!r}: no model {case.get('model')!r}")


def test_lessons(data, questions):
    """Every fact and every point of the source documents has a scene; every lesson asks in two ways, and together they take half an hour."""
    lessons = [read(path) for path in sorted((data / "lessons").glob("*.json"))]
    scenes = {f"{lesson['id']}/{scene['id']}" for lesson in lessons for scene in lesson["scenes"]}
    facts = read(questions.parent / "data" / "lesson-facts.json")
    numbers = [fact["fact"] for fact in facts]
    wanted = [f"5.{i}" for i in range(1, 14)] + [f"D{i}" for i in range(1, 26)] + [f"seed {i}" for i in range(5)]
    expect_none((fact for fact in facts if fact["scene"] not in scenes), "no such scene")
    expect_none((number for number in wanted if not any(f"{named}.".startswith(f"{number}.") for named in numbers)), "facts without a scene")
    expect_none((lesson["id"] for lesson in lessons if not any(f["scene"].startswith(f"{lesson['id']}/") for f in facts)), "lessons without a fact")
    expect_none((lesson["id"] for lesson in lessons if len({scene["question"]["kind"] for scene in lesson["scenes"] if "question" in scene}) < 2),
                "ask in one way only")
    expect(sum(lesson["minutes"] for lesson in lessons) <= 35, "too long")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    failed = 0
    tests = [test_equivalences, test_services, test_coverage, test_keywords, test_questions, test_lessons]
    for number, test in enumerate(tests, 1):
        try:
            test(Path(sys.argv[1]), Path(sys.argv[2]))
            print(f"ok {number} - {test.__doc__}")
        except Exception as error:  # whatever a test raises is its failure
            failed += 1
            print(f"not ok {number} - {test.__doc__}")
            print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
    print(f"1..{len(tests)}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
