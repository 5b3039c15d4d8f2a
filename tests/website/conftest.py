"""One browser and one server a worker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.website.browser import chromium, served
from tests.website.sites import made_up_files, real_files


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(scope="package")
def real() -> Iterator[str]:
    """Where the real registry's pages are served."""
    with served(real_files()) as address:
        yield f"{address}/webb"


@pytest.fixture(scope="package")
def made_up() -> Iterator[str]:
    """Where the made-up offices' pages are served."""
    with served(made_up_files()) as address:
        yield f"{address}/webb"
