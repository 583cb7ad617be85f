"""Evidence on packages in several languages."""
