"""One source of maps per module; each reads a file into `MapData`, the form that is drawn."""
