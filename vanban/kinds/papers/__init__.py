"""Turn a year into the context of each document: one kind a module."""
