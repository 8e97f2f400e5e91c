"""Looking at what files would bring before any of it is in the walk."""
