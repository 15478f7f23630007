"""Two of one surname, second names, and bodies called after things, on sentences about invented people."""

from __future__ import annotations

from test_who import Reader, read  # noqa: F401


def test_a_surname_alone_is_not_the_brothers(read: Reader) -> None:  # noqa: F811
    found = read(
        "Pavel Drozdin was on trial. His elder brother Timur Drozdin had died years before.",
        "Drozdin was seen at the port.",
    )
    assert found.words_for("Pavel Drozdin").count("Drozdin") == 1
    assert "Drozdin" not in found.words_for("Timur Drozdin")


def test_a_surname_alone_stays_open_right_after_the_brother(read: Reader) -> None:  # noqa: F811
    found = read(
        "Pavel Drozdin was on trial. His brother Timur Drozdin came home. Drozdin said nothing.",
    )
    assert "Drozdin" not in [*found.words_for("Timur Drozdin"), *found.words_for("Pavel Drozdin")]


def test_a_surname_alone_stays_open_between_equals(read: Reader) -> None:  # noqa: F811
    found = read("Pavel Drozdin met Lena Drozdin at the port.", "Drozdin said nothing.")
    assert "Drozdin" not in [*found.words_for("Lena Drozdin"), *found.words_for("Pavel Drozdin")]


def test_second_names_told_by_others(read: Reader) -> None:  # noqa: F811
    found = read("Karim Dolatov, whom his men called Ustad Nur and who signed his letters as Abu Salih, was in town.")
    assert {"Ustad Nur", "Abu Salih"} <= {a.name for a in found.one("Karim Dolatov").aliases}
    found = read("The witness knew Karim Dolatov, who is also called Ustad Nur.")
    assert [a.name for a in found.one("Karim Dolatov").aliases] == ["Ustad Nur"]


def test_bodies_called_after_things(read: Reader) -> None:  # noqa: F811
    found = read(
        "Police suspected the Sword of the Valley. Gunmen of the Sword attacked the post.",
        "He led the terrorist organisation Voice of the Mountain.",
        "The Speaker of the House met the Queen of the Netherlands.",
    )
    assert found.named("organization") == {"Sword of the Valley", "Voice of the Mountain"}
    assert "Sword" in found.words_for("Sword of the Valley")


def test_a_full_name_is_what_its_surname_is(read: Reader) -> None:  # noqa: F811
    found = read(
        "There he held talks with Tarnik Oldowar, then the station chief in Belan and today head of its archive.",
        "Oldowar, reached by telephone, denied it.",
    )
    assert "Tarnik Oldowar" in found.named("person")
