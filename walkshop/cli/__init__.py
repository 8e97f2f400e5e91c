"""Every job of the program without a window, one module per command."""
