"""Media: the photo library. Takes uploads in, cleans them, serves them."""
