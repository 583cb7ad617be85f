"""The preview: its server, its panel, its small LMS."""
