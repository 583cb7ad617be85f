"""The form of packages before `satchel.json`: all is read from the page, by its classes and attributes. It never changes."""
