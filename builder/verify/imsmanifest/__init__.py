"""The manifest: `imsmanifest.xml` and its control documents."""
