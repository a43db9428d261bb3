"""News: articles, rubrics, bylines and corrections. Knows awards and KIM; they do not know it."""
