"""One year of a ward's paperwork, from one set of data."""
