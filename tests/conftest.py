"""What all the tests share: the switch between the short and the long form of a suite."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--long",
        action="store_true",
        help="the long form of the suites that have one (tests/faults: three quarters of an hour)",
    )


@pytest.fixture(scope="session")
def long(request: pytest.FixtureRequest) -> bool:
    """Whether the long form was asked for."""
    return bool(request.config.getoption("--long"))


@pytest.fixture(autouse=True)
def own_state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """Recovery files of a test stay in its own temporary folder, never in the user's."""
    monkeypatch.setenv("MINUTE_TAKER_STATE", str(tmp_path_factory.mktemp("state")))
