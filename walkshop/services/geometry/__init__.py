"""Shapely and pyproj at work: metres, nearness, clipping."""
