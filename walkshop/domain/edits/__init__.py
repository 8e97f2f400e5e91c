"""One module per noun; one function per thing people do, from walk to walk."""
