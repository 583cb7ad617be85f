"""Packages and manifests, against the official schemas; each way to be unsound."""
