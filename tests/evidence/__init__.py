"""The prover proved: for each probe pairs, one faulty and one sound; the faulty one is caught, the sound one is not."""
