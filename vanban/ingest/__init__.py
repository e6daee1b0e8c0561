"""Turn files that people edit into domain objects, with a finding and a place for whatever is wrong in them."""

from vanban.ingest.cells import CellTable, cells_as_text, empty_cells, read_cells, rows_of, write_cells
from vanban.ingest.delimited import write_csv
from vanban.ingest.law_pack import read_law_pack
from vanban.ingest.own_papers import own_descriptions, own_parts, own_rows, row_model
from vanban.ingest.part_file import DataFile, FileShape, InNewYear
from vanban.ingest.parts import PARTS
from vanban.ingest.reading import Path, ReadOutcome, ValuePlaces
from vanban.ingest.shipped_law import shipped_packs
from vanban.ingest.spreadsheet import write_table
from vanban.ingest.table import read_table
from vanban.ingest.yaml_edit import YamlPlace, YamlText
from vanban.ingest.yaml_file import read_yaml, read_yaml_list
from vanban.ingest.year import read_year

__all__ = [
    "PARTS",
    "CellTable",
    "DataFile",
    "FileShape",
    "InNewYear",
    "Path",
    "ReadOutcome",
    "ValuePlaces",
    "YamlPlace",
    "YamlText",
    "cells_as_text",
    "empty_cells",
    "own_descriptions",
    "own_parts",
    "own_rows",
    "read_cells",
    "read_law_pack",
    "read_table",
    "read_yaml",
    "read_yaml_list",
    "read_year",
    "row_model",
    "rows_of",
    "shipped_packs",
    "write_cells",
    "write_csv",
    "write_table",
]
