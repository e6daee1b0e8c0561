"""Turn what a browser asks into one workflow's call, and its result into a page.

:mod:`.server` listens on this machine alone, :mod:`.guard` lets nothing pass that a page of this server did not ask
for, :mod:`.sent` takes in what a form sends, :mod:`.labour` does long work in the background, :mod:`.front` is what
every page knows; each module of :mod:`.pages` holds the routes of one page. Owns starlette and uvicorn.
"""

from vanban.web.server import Surroundings, found_running, serve

__all__ = ["Surroundings", "found_running", "serve"]
