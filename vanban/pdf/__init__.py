"""Turn Word files into PDF that is the same on every run, and many PDFs into one to print.

LibreOffice lays out the pages (:mod:`.soffice` starts it, :mod:`.profile` ties its hands), :mod:`.convert` leads many
files through several starts at once, :mod:`.normalise` takes the time of day out of the result, :mod:`.reading` looks
at what came out, :mod:`.soundness` at what came from elsewhere, :mod:`.merge` binds the parts, :mod:`.old_format` makes
Word files of older ones. :mod:`.pictures` shows pages on a screen, :mod:`.places` where words stand on them. Owns
subprocess, pypdf and pypdfium2.
"""

from vanban.pdf.convert import Converted, Watch, convert
from vanban.pdf.converter import KNOWN_PLACES, Converter, find_converter
from vanban.pdf.merge import BoundPart, merge
from vanban.pdf.old_format import old_format, to_word
from vanban.pdf.pictures import picture
from vanban.pdf.places import WordsPlace, places_of
from vanban.pdf.reading import page_count, page_sizes, text
from vanban.pdf.soundness import PdfFlaw, flaw_of

__all__ = [
    "KNOWN_PLACES",
    "BoundPart",
    "Converted",
    "Converter",
    "PdfFlaw",
    "Watch",
    "WordsPlace",
    "convert",
    "find_converter",
    "flaw_of",
    "merge",
    "old_format",
    "page_count",
    "page_sizes",
    "picture",
    "places_of",
    "text",
    "to_word",
]
