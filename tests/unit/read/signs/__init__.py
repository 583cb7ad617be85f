"""Signs inside a line and around blocks: formulas, boxes, ids of options."""
