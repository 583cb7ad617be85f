"""Sample courses that break a rule or keep it, and input of any kind."""
