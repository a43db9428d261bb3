"""Search over all rooms: an index of its own, kept in step with what is saved."""
