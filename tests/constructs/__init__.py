"""Signs of other markdowns, each shown or reported."""
