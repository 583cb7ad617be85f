"""Names of blocks: as other tools have them, in other languages, misspelt or with another sign behind them."""
