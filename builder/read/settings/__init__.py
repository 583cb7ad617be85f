"""`course.yml`, front matter and forms: YAML with places, the table of keys, values held against it."""
