"""What the builder and the run-time must both know, and the same outcomes for both; `tests/runtime/contract.test.mjs` holds the run-time to them."""
