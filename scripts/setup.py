"""What does this clone lack before a command can run, and how is it put there?

Usage: setup.py run|test|bench [--build]

Needs nothing but Python's standard library. Everything is skipped whose inputs have not changed: a stamp beside each
result holds the fingerprint of what it was made from. `--build` also builds the dashboard.
"""

# No `from __future__ import annotations` and no newer syntax above the version check: an old Python must be able to
# read this file far enough to say that it is too old.
import sys

OLDEST_PYTHON = (3, 11)
OLDEST_NODE = (20, 19)  # what the dashboard's build tool asks for

if sys.version_info < OLDEST_PYTHON:
    sys.exit(
        "O Recado precisa de Python %d.%d ou mais novo; este é o %d.%d (%s)."  # noqa: UP031
        % (OLDEST_PYTHON + sys.version_info[:2] + (sys.executable,))
    )

import hashlib  # noqa: E402
import os  # noqa: E402
import shutil  # noqa: E402
import subprocess  # noqa: E402
import threading  # noqa: E402
from pathlib import Path  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
DASHBOARD = ROOT / "dashboard"
SUPERSETS = {
    "run": ("run", "bench", "test", "dev"),
    "bench": ("bench",),  # what stands beside ours in a benchmark is wanted nowhere else
    "test": ("test", "dev"),
    "dev": ("dev",),
}


class Missing(Exception):
    """Something that only the person at the machine can put there; the text is one sentence."""


def main(arguments: list[str]) -> int:
    names = [argument for argument in arguments if not argument.startswith("-")] or ["run"]
    failures: list[str] = []
    with_dashboard = (DASHBOARD / "package.json").exists()

    def prepare_dashboard() -> None:
        try:
            install_dashboard()
            if "--build" in arguments:
                build_dashboard()
        except Missing as missing:
            failures.append(str(missing))

    try:
        if with_dashboard:
            check_node()
        # Packages of both languages come down at the same time: a first start is mostly waiting for the network.
        beside = threading.Thread(target=prepare_dashboard)
        if with_dashboard:
            beside.start()
        try:
            make_environment()
            install_packages(names[0])
            link_source()
        finally:
            if with_dashboard:
                beside.join()
    except Missing as missing:
        failures.insert(0, str(missing))
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


# ----------------------------------------------------------------------------------------------------------------------
# Python


def make_environment() -> None:
    """A virtual environment that works; one made by a Python that is gone, or in a folder since moved, is made anew."""
    if PYTHON.exists() and quiet([str(PYTHON), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    say("criando o ambiente Python em .venv")
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        if "ensurepip" in made.stdout + made.stderr:
            raise Missing(
                f"Falta o módulo venv deste Python ({sys.executable}); em Debian: apt-get install python3-venv."
            )
        raise Missing(f"Não foi possível criar {VENV}: {last_line(made.stderr or made.stdout)}")


def install_packages(name: str) -> None:
    """The locked packages of requirements/<name>.txt, or of a list that contains them and is installed already."""
    for superset in SUPERSETS[name]:
        if stamped(VENV / f"installed-{superset}", fingerprint([ROOT / "requirements" / f"{superset}.txt"])):
            return
    say(f"instalando os pacotes Python ({name})")
    for mark in VENV.glob("installed-*"):
        mark.unlink()
    lock = ROOT / "requirements" / f"{name}.txt"
    command = [
        str(PYTHON),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--no-compile",  # what is imported is compiled then; most of it never is
        "--require-hashes",
        "-r",
        str(lock),
    ]
    installed = subprocess.run(command, capture_output=True, text=True, check=False)
    if installed.returncode:
        raise Missing(f"pip não instalou {lock.name}: {last_line(installed.stderr or installed.stdout)}")
    stamp(VENV / f"installed-{name}", fingerprint([lock]))


def link_source() -> None:
    """Make `import recado` and the command `recado` work in the environment, without building a package."""
    for packages in VENV.glob("lib/python3.*/site-packages"):
        write_if_changed(packages / "recado.pth", f"{ROOT / 'src'}\n")
    command = VENV / "bin" / "recado"
    write_if_changed(command, '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/python" -m recado.app.cli "$@"\n')
    command.chmod(0o755)


# ----------------------------------------------------------------------------------------------------------------------
# The dashboard


def check_node() -> None:
    oldest = ".".join(map(str, OLDEST_NODE))
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            raise Missing(f"Falta o {program}; o Recado precisa de Node {oldest} ou mais novo.")
    shown = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout.strip()
    numbers = tuple(int(part) for part in shown.lstrip("v").split(".")[:2] if part.isdigit())
    if numbers < OLDEST_NODE:
        raise Missing(f"O Recado precisa de Node {oldest} ou mais novo; este é o {shown or 'desconhecido'}.")


def install_dashboard() -> None:
    lock = fingerprint([DASHBOARD / "package-lock.json", DASHBOARD / "package.json"])
    mark = DASHBOARD / "node_modules" / ".recado-installed"
    if stamped(mark, lock):
        return
    say("instalando os pacotes do painel")
    npm(["ci", "--no-audit", "--no-fund", "--loglevel=error"], "instalou os pacotes do painel")
    stamp(mark, lock)


def build_dashboard() -> None:
    made_from = fingerprint(sources_of_dashboard())
    mark = DASHBOARD / "node_modules" / ".recado-built"
    if stamped(mark, made_from) and (DASHBOARD / "dist" / "index.html").exists():
        return
    say("construindo o painel")
    npm(["run", "build", "--silent"], "construiu o painel")
    stamp(mark, made_from)


def npm(arguments: list[str], deed: str) -> None:
    done = subprocess.run(["npm", *arguments], cwd=DASHBOARD, capture_output=True, text=True, check=False)
    if done.returncode:
        print((done.stdout + done.stderr)[:3000], file=sys.stderr)
        raise Missing(f"npm não {deed}; a saída está acima.")


def sources_of_dashboard() -> list[Path]:
    made = {"node_modules", "dist", "test-results"}
    found = []
    for folder, folders, files in os.walk(DASHBOARD):
        folders[:] = sorted(set(folders) - made)
        found += [Path(folder) / name for name in sorted(files) if not name.endswith(".tsbuildinfo")]
    return found


# ----------------------------------------------------------------------------------------------------------------------
# Stamps


def fingerprint(paths: list[Path]) -> str:
    digest = hashlib.sha256(f"{sys.platform} {os.uname().machine}\n".encode())
    for path in paths:
        digest.update(f"{path.relative_to(ROOT)}\n".encode() + (path.read_bytes() if path.exists() else b"absent"))
    return digest.hexdigest()


def stamped(mark: Path, value: str) -> bool:
    return mark.exists() and mark.read_text() == value


def stamp(mark: Path, value: str) -> None:
    mark.parent.mkdir(parents=True, exist_ok=True)
    mark.write_text(value)


def write_if_changed(path: Path, text: str) -> None:
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def quiet(command: list[str]) -> int:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode
    except OSError:
        return 1


def say(text: str) -> None:
    print(f"  {text} …", flush=True)


def last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("[notice]")]
    return lines[-1] if lines else "sem explicação"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except PermissionError as error:
        sys.exit(f"Sem permissão de escrita: {error.filename}")
    except KeyboardInterrupt:
        sys.exit(130)
