"""The house: style, types, names, imports, the handbook, the wheel."""
