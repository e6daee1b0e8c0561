"""Turn any Word file into findings against Nghị định 30/2020/NĐ-CP, an annotated copy and a corrected copy."""
