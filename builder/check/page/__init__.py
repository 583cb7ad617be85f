"""Rules on the page: headings, links, tables, layout, colour."""
