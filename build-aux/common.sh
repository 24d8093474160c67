# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Remit authors
# shellcheck shell=sh

# Sourced by run, check and fuzz: what they need from the system, how it gets there, and how they build.

# Debian's packages. Without its recommendations a program has neither SVG icons nor a theme of icons, hence the last line.
build_packages='
  meson ninja-build gcc libc6-dev pkg-config gettext libxml2-utils python3
  libglib2.0-dev libglib2.0-dev-bin libgtk-4-dev libadwaita-1-dev librsvg2-dev libjson-glib-dev libsqlite3-dev
  desktop-file-utils shared-mime-info gtk-update-icon-cache
  librsvg2-common adwaita-icon-theme fonts-cantarell'
test_packages='
  appstream at-spi2-core dbus flatpak-builder fonts-dejavu-core gir1.2-atspi-2.0 gir1.2-pango-1.0 groff-base
  libreoffice-calc-nogui openbox poppler-utils python3-gi python3-jsonschema xclip xdotool xvfb'

# valgrind knows the C library's own functions by its symbols.
memory_packages='libc6-dbg valgrind'

# The lower floors alone, which need no GTK; llvm has the program that gives a trace its names.
fuzz_packages='
  meson ninja-build clang libclang-rt-dev llvm libc6-dev pkg-config python3
  libglib2.0-dev libglib2.0-dev-bin libjson-glib-dev libpango1.0-dev librsvg2-dev libxml2-utils fonts-cantarell'

# What has to be there where apt-get is not.
build_tools='meson cc pkg-config msgfmt python3 glib-compile-resources glib-compile-schemas
  desktop-file-validate update-desktop-database update-mime-database'
build_modules='gtk4 libadwaita-1 librsvg-2.0 json-glib-1.0 sqlite3'
test_tools='appstreamcli dbus-daemon groff openbox pdftotext xclip xdotool Xvfb'
test_python='import gi, jsonschema; gi.require_version ("Atspi", "2.0"); gi.require_version ("PangoCairo", "1.0")'

# A python3 of the user's own may come first in PATH; the modules above belong to the system's.
python=/usr/bin/python3
[ -x "$python" ] || python=python3

say ()
{
  printf '%s\n' "$*" >&2
}

die ()
{
  say "${0##*/}: $*"
  exit 1
}

# need_debian PACKAGE...: installs those that are missing; asks dpkg once, and apt-get only if there are any.
need_debian ()
{
  newline='
'
  # shellcheck disable=SC2016 # dpkg-query expands these
  installed=$newline$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || :)$newline
  missing=
  for package in "$@"; do
    case $installed in
      *"${newline}installed $package$newline"*) ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0

  if [ "$(id -u)" -eq 0 ]; then
    as_root=
  elif command -v sudo >/dev/null; then
    as_root=sudo
  else
    die "these packages are missing, and there is no sudo to install them with:$missing"
  fi

  say "Installing:$missing"
  # A package source out of reach may not be one that is needed; whether it is, the installation tells.
  # shellcheck disable=SC2016,SC2086 # the inner shell expands "$@"; a list of words
  $as_root sh -c 'apt-get -qq update
    DEBIAN_FRONTEND=noninteractive exec apt-get -qq -y -o DPkg::Lock::Timeout=120 install --no-install-recommends "$@"' \
    sh $missing >&2 || die "these packages could not be installed:$missing"
}

# need_elsewhere build|check: looks for programs and libraries; says what to install if one is missing.
need_elsewhere ()
{
  missing=
  tools=$build_tools
  [ "$1" = build ] || tools="$tools $test_tools"
  for tool in $tools; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
  done
  for module in $build_modules; do
    pkg-config --exists "$module" 2>/dev/null || missing="$missing $module"
  done
  [ "$1" = build ] || "$python" -c "$test_python" 2>/dev/null || missing="$missing gi/jsonschema/Atspi(Python)"
  [ -n "$missing" ] || return 0

  say "Not found:$missing"
  # shellcheck source=/dev/null
  distribution=$(. /etc/os-release 2>/dev/null && printf '%s' "${ID-} ${ID_LIKE-}") || :
  case " $distribution " in
    *' fedora '* | *' rhel '*)
      install='dnf install'
      packages='meson ninja-build gcc pkgconf-pkg-config gettext libxml2 glib2-devel gtk4-devel libadwaita-devel
        librsvg2-devel json-glib-devel sqlite-devel desktop-file-utils shared-mime-info gtk-update-icon-cache adwaita-icon-theme
        abattis-cantarell-fonts'
      more='appstream at-spi2-core dbus-daemon dejavu-sans-fonts groff-base openbox poppler-utils python3-gobject python3-jsonschema
        xclip xdotool xorg-x11-server-Xvfb' ;;
    *' arch '*)
      install='pacman -S --needed'
      packages='base-devel meson gettext libxml2 glib2-devel gtk4 libadwaita librsvg json-glib sqlite
        desktop-file-utils shared-mime-info gtk-update-icon-cache adwaita-icon-theme cantarell-fonts'
      more='appstream at-spi2-core dbus groff openbox poppler python-gobject python-jsonschema ttf-dejavu xclip xdotool xorg-server-xvfb' ;;
    *' suse '* | *' opensuse '*)
      install='zypper install'
      packages='meson gcc pkgconf-pkg-config gettext-tools libxml2-tools glib2-devel gtk4-devel libadwaita-devel
        librsvg-devel json-glib-devel sqlite3-devel desktop-file-utils shared-mime-info gtk4-tools adwaita-icon-theme cantarell-fonts'
      more='AppStream at-spi2-core dbus-1-daemon dejavu-fonts groff openbox poppler-tools python3-gobject python3-jsonschema
        typelib-1_0-Atspi-2_0 xclip xdotool xorg-x11-server-Xvfb' ;;
    *' alpine '*)
      install='apk add'
      packages='build-base meson gettext libxml2-utils glib-dev gtk4.0-dev libadwaita-dev librsvg-dev json-glib-dev sqlite-dev
        desktop-file-utils shared-mime-info gtk-update-icon-cache adwaita-icon-theme font-cantarell'
      more='appstream at-spi2-core dbus font-dejavu groff openbox poppler-utils py3-gobject3 py3-jsonschema xclip xdotool xvfb' ;;
    *)
      install='the packages that hold'
      packages='meson, a C compiler, pkg-config, gettext, desktop-file-utils, shared-mime-info and the development files
        of GTK 4, libadwaita, librsvg, json-glib and SQLite'
      more='and appstream, at-spi2-core, dbus, DejaVu Sans, groff, openbox, the programs of poppler, PyGObject,
        jsonschema for Python, xclip, xdotool, Xvfb' ;;
  esac
  [ "$1" = build ] || packages="$packages $more"
  # shellcheck disable=SC2086 # words, to be joined by single spaces
  die what to install: $install $packages
}

# need build|check|memory|fuzz: has everything in place that building, building and testing, testing with valgrind, or searching
# with libFuzzer takes.
need ()
{
  if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    case $1 in
      build) packages=$build_packages ;;
      check) packages="$build_packages $test_packages" ;;
      memory) packages="$build_packages $test_packages $memory_packages" ;;
      fuzz) packages=$fuzz_packages ;;
    esac
    # shellcheck disable=SC2086 # a list of words
    need_debian $packages
  elif [ "$1" = fuzz ]; then
    need_elsewhere build
    command -v "${CC:-clang}" >/dev/null || die 'what to install: clang and its runtime libraries (compiler-rt)'
  else
    need_elsewhere "$1"
  fi
}

# build DIRECTORY [MESON-OPTION...]: configures if that was not done, and compiles. DIRECTORY lies in the top of the tree.
# Only a failure has something to show.
build ()
{
  directory=$1
  shift
  mkdir -p "$directory" || return 1
  [ -w "$directory" ] || die "$directory belongs to another user"
  log=$directory/build.log
  {
    if [ ! -f "$directory/build.ninja" ]; then
      say "Building in $directory ..."
      meson setup "$@" "$directory" "${directory%/*}" >"$log" 2>&1
    fi \
      && meson compile -C "$directory" >"$log" 2>&1
  } || {
    cat "$log" >&2
    say "${0##*/}: the build failed"
    return 1
  }
}

# prepare_tests BUILD: forgets how the tests went the last time.
prepare_tests ()
{
  rm -f "$1"/meson-logs/testlog*.json
}

# count_tests BUILD...: prints what failed and why, and "N passed, N failed", counted from meson's own logs. Fails where one did, or none
# ran in a BUILD.
count_tests ()
{
  "$python" - "$@" <<'END'
import collections, glob, json, re, sys

results, cases, failures, none = collections.Counter(), 0, [], []
for build in sys.argv[1:]:
    runs = [json.loads(line) for log in glob.glob(glob.escape(build) + '/meson-logs/testlog*.json') for line in open(log, encoding='utf-8')]
    results.update(run['result'] for run in runs)
    cases += sum(len(re.findall(r'^(?:not )?ok\b', run.get('stdout', ''), re.M)) for run in runs)
    failures += [run for run in runs if run['result'] not in ('OK', 'EXPECTEDFAIL', 'SKIP')]
    none += [] if runs else [build]
passed, skipped = results['OK'] + results['EXPECTEDFAIL'], results['SKIP']
failed = results.total() - passed - skipped + len(none)
for run in failures:
    # of a log that was cut only the end is left: what failed is told once more, there
    print(f'{run["name"]} ({run["result"]})')
    told = re.findall(r'^not ok\b.*(?:\n# .*){0,8}', run.get('stdout', ''), re.M)
    print('\n'.join(told or (run.get('stdout', '') + run.get('stderr', '')).splitlines()[-8:]))
for build in none:
    print(f'no test ran in {build}')
if cases:
    print(f'{cases} test cases in {results.total()} tests')
print(f'{passed} passed, {failed} failed' + (f', {skipped} skipped' if skipped else ''))
sys.exit(failed > 0)
END
}
