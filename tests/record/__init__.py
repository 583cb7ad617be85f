"""The record of learning: its steps, its dates, and its Word document, read back by somebody else's library."""
