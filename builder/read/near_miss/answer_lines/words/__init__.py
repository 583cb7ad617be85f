"""Words and letters by which lines name answers."""
