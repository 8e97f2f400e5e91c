"""Work at the edges of the walk: files, grouping, geometry, documents. Never Qt."""
