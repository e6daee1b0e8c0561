"""One year of a ward's paperwork, from one set of data."""

__version__ = "0.1.0"
