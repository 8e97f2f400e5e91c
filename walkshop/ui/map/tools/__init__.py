"""What a hand can do on the map besides pulling it: each tool is one press and one drawing."""
