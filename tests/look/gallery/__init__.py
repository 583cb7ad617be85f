"""Every component in every state, theme, scheme and width, as pictures to look through: `make gallery`."""
