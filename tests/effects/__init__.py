"""Each setting and option has the effect that it is documented with, where people meet it."""
