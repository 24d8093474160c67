#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Remit authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Flatpak may do, and what it is made of, as flatpak-builder reads it: test-flatpak.py FOLDER ID."""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

# A window and the graphics card. No network, no bus but the portals', no file but those that the user chooses.
PERMISSIONS = ["--device=dri", "--share=ipc", "--socket=fallback-x11", "--socket=wayland"]
RUNTIME = {"runtime": "org.gnome.Platform", "sdk": "org.gnome.Sdk", "command": "remit"}
OPTIONS = {"": ["-Dtests=false"], ".Devel": ["-Dtests=false", "-Dprofile=development"]}
MEMBERS = {"id", "runtime-version", "finish-args", "modules", *RUNTIME}


def run_builder(option, path):
    """What flatpak-builder prints; it says on standard error what it does not know in a manifest."""
    with tempfile.TemporaryDirectory() as folder:  # it keeps its state in the folder where it is started
        run = subprocess.run(["flatpak-builder", option, path.resolve()], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    if run.returncode != 0 or run.stderr:
        raise ValueError(f"flatpak-builder {option}: {run.stderr.strip() or run.returncode}")
    return run.stdout


def check_manifest(path, app_id, suffix):
    manifest = json.loads(run_builder("--show-manifest", path))
    problems = []

    def same(what, found, expected):
        if found != expected:
            problems.append(f"{what}: {found!r}, not {expected!r}")

    same("id", manifest["id"], app_id + suffix)
    same("finish-args", sorted(manifest.get("finish-args", [])), PERMISSIONS)
    for member, value in RUNTIME.items():
        same(member, manifest.get(member), value)
    same("members", set(manifest), MEMBERS | ({"desktop-file-name-suffix"} if suffix else set()))
    module, = manifest["modules"]
    same("members of the module", set(module), {"name", "buildsystem", "config-opts", "sources"})
    same("config-opts", module["config-opts"], OPTIONS[suffix])
    source, = module["sources"]
    same("source", (source["type"], source["path"]), ("dir", ".."))
    same("dependencies", run_builder("--show-deps", path).split(), [".."])
    return problems


def main():
    folder, app_id = pathlib.Path(sys.argv[1]), sys.argv[2]
    if shutil.which("flatpak-builder") is None:
        print("1..0 # SKIP flatpak-builder is not installed")
        return 0
    print(f"1..{len(OPTIONS)}")
    failed = False
    for number, suffix in enumerate(OPTIONS, 1):
        path = folder / f"{app_id}{suffix}.json"
        try:
            problems = check_manifest(path, app_id, suffix)
        except (KeyError, ValueError) as error:
            problems = [repr(error)]
        print(f"{'not ' if problems else ''}ok {number} - {path.name}")
        for problem in problems:
            print(f"# {problem}")
        failed = failed or bool(problems)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
