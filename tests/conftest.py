"""What all the tests share: the switch between the short and the long form of a suite."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long",
        action="store_true",
        help="the long form of the suites that have one (tests/faults: half an hour)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Examples of what may be typed are the same each time; the long form looks for others.

    How long one takes is measured elsewhere: a slow machine is no fault of the code under test.
    """
    settings.register_profile(
        "minutes",
        deadline=None,
        derandomize=not config.getoption("--long"),
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("minutes")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """``-n auto``: half as many again as there are processors, since many wait for a terminal."""
    processors = os.cpu_count() or 1
    return processors + (processors + 1) // 2


@pytest.fixture(scope="session")
def long(request: pytest.FixtureRequest) -> bool:
    """Whether the long form was asked for."""
    return bool(request.config.getoption("--long"))


@pytest.fixture(autouse=True)
def own_state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """Recovery files of a test stay in its own temporary folder, never in the user's."""
    monkeypatch.setenv("MINUTE_TAKER_STATE", str(tmp_path_factory.mktemp("state")))
