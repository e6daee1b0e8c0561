"""Turn what was read back from finished files into accounts that can be held against each other."""
