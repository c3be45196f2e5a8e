"""Fixtures for all tests: the database server of the run, and databases cloned from its migrated template."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import run_folder

if TYPE_CHECKING:
    from tests.support.postgres import Clone, Cluster

_FOLDER = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    # A worker of pytest-xdist inherits the variable; only the process that makes the folder removes it.
    if run_folder.VARIABLE not in os.environ:
        config.stash[_FOLDER] = run_folder.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    folder = config.stash.get(_FOLDER, None)
    if folder is not None:
        run_folder.end(folder)
        os.environ.pop(run_folder.VARIABLE, None)


@pytest.hookimpl(hookwrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    # In a worker of pytest-xdist a second tracer takes over where pytest-cov stops its own, so this comes after it.
    tracer = sys.gettrace()
    untraced = tracer is not None and item.get_closest_marker("no_cover") is not None
    if untraced:
        sys.settrace(None)
    yield
    if untraced:
        sys.settrace(tracer)


@pytest.fixture(scope="session")
def cluster() -> Cluster:
    """The PostgreSQL server of this run."""
    from tests.support import postgres  # the migrations' packages take a second to load

    return postgres.running_cluster()


@pytest.fixture(scope="session")
def postgres_dsn(cluster: Cluster) -> str:
    """The server's database `postgres`, for its superuser."""
    return cluster.admin_dsn


@pytest.fixture(scope="module")
def module_database(cluster: Cluster) -> Iterator[Clone]:
    """A migrated database that the tests of one file share."""
    clone = cluster.clone()
    yield clone
    cluster.drop(clone.name)


@pytest.fixture
def database(cluster: Cluster) -> Iterator[Clone]:
    """A migrated, empty database for one test."""
    clone = cluster.clone()
    yield clone
    cluster.drop(clone.name)


@pytest.fixture
def empty_database(cluster: Cluster) -> Iterator[str]:
    """The superuser's address of a database without schema, for tests of the migrations themselves."""
    name = cluster.empty()
    yield cluster.dsn_of(name)
    cluster.drop(name)
