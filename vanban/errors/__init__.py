"""Every error that a user may meet: one class, one Vietnamese sentence with its place and remedy, one exit code.

::

    VanbanError
    ├── DataError               exit 1: something that the clerk wrote or keeps     data, foreign_files, templates, law
    ├── UsageError              exit 2: the command line asks for what is not there usage, page
    ├── RegisterFault           exit 3: the register of numbers and the archive     numbers, keeping
    ├── Stopped                 exit 130: somebody asked long work to end           base
    └── EnvironmentFault        exit 4: LibreOffice, fonts, the disk                machine, page

Each module draws its own branch and is imported from here whole: ``from vanban.errors import NoYear``. Each leaf fills
the ``{placeholders}`` of its ``sentence`` from keyword arguments; a test audits every class.
"""

from vanban.errors.base import *
from vanban.errors.data import *
from vanban.errors.foreign_files import *
from vanban.errors.keeping import *
from vanban.errors.law import *
from vanban.errors.machine import *
from vanban.errors.numbers import *
from vanban.errors.page import *
from vanban.errors.templates import *
from vanban.errors.usage import *
