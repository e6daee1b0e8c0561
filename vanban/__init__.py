"""One year of a ward's paperwork, from one set of data."""

__version__ = "0.2.0"
