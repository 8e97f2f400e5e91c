"""Icons of themes as data: every theme names one of the program's own set."""

import json
from importlib.util import find_spec
from pathlib import Path

from walkshop.services.themes import DEFAULT_SET, theme_set


def charmap() -> dict[str, str]:
    package = find_spec("qtawesome")
    assert package is not None
    (folder, *_) = package.submodule_search_locations or ()
    (file,) = Path(folder).glob("fonts/phosphor-charmap*.json")
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found


def test_every_theme_has_an_icon_of_its_own_that_is_in_the_font() -> None:
    names = [theme.icon_name for theme in theme_set(DEFAULT_SET).themes]
    known = charmap()
    assert [name for name in names if name not in known] == []
    assert len(set(names)) == 17
