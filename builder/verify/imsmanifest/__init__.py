"""Checks of the manifest: `imsmanifest.xml` and its control documents."""
