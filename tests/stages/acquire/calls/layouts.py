"""Forty layouts of telephone records, written in one go before any of them was read: invented numbers, no operator's own file.

Each gives the bytes of a file, and what has to be read from it. What operators, police and courts of many countries put
into such files was the model; headings, orders, marks and habits differ from layout to layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

from openpyxl import Workbook


@dataclass(frozen=True)
class Told:
    """One row as it was, whoever wrote it down: `way` is that of the file's own number."""

    at: datetime
    seconds: int
    way: str
    other: str
    kind: str
    cell: int

    @property
    def end(self) -> datetime:
        return self.at + timedelta(seconds=self.seconds)


@dataclass(frozen=True)
class Place:
    """A country's numbers: calling code, trunk prefix, the file's own number, those of others; a network for its IMSI."""

    code: str
    trunk: str
    own: str
    others: tuple[str, ...]
    net: str


PLACES = {
    "TR": Place("90", "0", "5321110203", ("5422210304", "5053310405", "5364410506", "5075510607"), "28601"),
    "GB": Place("44", "0", "7700900101", ("7700900202", "7700900303", "7700900404", "7700900505"), "23415"),
    "US": Place("1", "", "2025550101", ("2025550122", "3125550133", "4155550144", "7135550155"), "310260"),
    "RU": Place("7", "8", "9161110203", ("9262210304", "9033310405", "9154410506", "9855510607"), "25001"),
    "UA": Place("380", "0", "501110203", ("672210304", "633310405", "954410506", "685510607"), "25501"),
    "EG": Place("20", "0", "1001110203", ("1112210304", "1223310405", "1014410506", "1105510607"), "60201"),
    "IR": Place("98", "0", "9121110203", ("9352210304", "9193310405", "9104410506", "9015510607"), "43211"),
    "ES": Place("34", "", "611110203", ("622210304", "633310405", "644410506", "655510607"), "21401"),
    "MX": Place("52", "", "5511110203", ("5522210304", "8133310405", "3314410506", "5555510607"), "334020"),
    "FR": Place("33", "0", "611110203", ("622210304", "633310405", "744410506", "655510607"), "20801"),
    "DE": Place("49", "0", "15111110203", ("15222210304", "17333310405", "16044410506", "15755510607"), "26201"),
    "BR": Place("55", "0", "11911110203", ("21922210304", "11933310405", "31944410506", "41955510607"), "72405"),
    "IT": Place("39", "", "3311110203", ("3402210304", "3333310405", "3204410506", "3475510607"), "22201"),
    "NL": Place("31", "0", "611110203", ("622210304", "633310405", "644410506", "655510607"), "20404"),
    "PL": Place("48", "", "501110203", ("602210304", "503310405", "694410506", "785510607"), "26001"),
    "GR": Place("30", "", "6941110203", ("6972210304", "6933310405", "6984410506", "6955510607"), "20201"),
    "RS": Place("381", "0", "631110203", ("642210304", "653310405", "604410506", "615510607"), "22001"),
    "ID": Place("62", "0", "81211102033", ("81322103044", "85733104055", "87844105066", "89655106077"), "51010"),
    "IL": Place("972", "0", "521110203", ("542210304", "503310405", "584410506", "535510607"), "42501"),
    "CN": Place("86", "", "13811102033", ("13922103044", "15033104055", "18644105066", "13355106077"), "46000"),
    "IN": Place("91", "0", "9811110203", ("9822210304", "9933310405", "9744410506", "8855510607"), "40445"),
    "PK": Place("92", "0", "3001110203", ("3112210304", "3223310405", "3334410506", "3455510607"), "41001"),
    "NG": Place("234", "0", "8031110203", ("8052210304", "8073310405", "9094410506", "7035510607"), "62130"),
    "RO": Place("40", "0", "721110203", ("732210304", "743310405", "754410506", "765510607"), "22610"),
}
START = datetime(2021, 5, 3, 7, 12, 9)
WAYS = ("out", "in", "out", "out", "in", "out", "in", "in", "out", "in", "out", "in")
LENGTHS = (65, 12, 431, 0, 7, 0, 128, 3605, 19, 0, 244, 33)
STEPS = (0, 5, 26, 27, 49, 70, 71, 120, 150, 243, 300, 410)


def told() -> list[Told]:
    """Twelve rows over two and a half weeks; three are messages."""
    return [
        Told(START + timedelta(hours=step, minutes=7 * n, seconds=11 * n), 0 if n in (3, 5, 9) else LENGTHS[n], WAYS[n],
             "", "message" if n in (3, 5, 9) else "call", n % 3)
        for n, step in enumerate(STEPS)
    ]  # fmt: skip


def imei(n: int = 0) -> str:
    body = f"3520990014{n:04}"
    doubled = [int(d) if k % 2 == 0 else sum(divmod(2 * int(d), 10)) for k, d in enumerate(body)]
    return body + str(-sum(doubled) % 10)


@dataclass(frozen=True)
class Layout:
    """A file, and what has to be read from it: rows of caller, called, time, seconds, kind. `region` is as case.toml would say."""

    name: str
    file: str
    data: bytes
    rows: tuple[tuple[str, str, str, float | None, str], ...]
    region: str | None
    imei: bool
    imsi: bool
    cell: bool
    sure: bool


MADE: list[Layout] = []
Row = tuple[Told, str, str, str, str]
"""A row with its own and its other number, caller and called, all in E.164."""


def layout(
    country: str,
    file: str,
    *,
    region: bool = True,
    imei: bool = False,
    imsi: bool = False,
    cell: bool = False,
    sure: bool = True,
    lengths: bool = True,
    clock: str = "seconds",
    messages: bool = True,
) -> Callable[[Callable[[list[Row], Place], bytes]], None]:
    """Registers a writer of one layout."""

    def keep(write: Callable[[list[Row], Place], bytes]) -> None:
        place, rows = PLACES[country], []
        for n, one in enumerate(told()):
            other = place.others[n % 4]
            own, far = f"+{place.code}{place.own}", f"+{place.code}{other}"
            caller, called = (own, far) if one.way == "out" else (far, own)
            if one.kind == "call" or messages:
                rows.append((one, own, far, caller, called))
        wanted = tuple(
            (caller, called, one.at.isoformat() if clock == "seconds" else one.at.replace(second=0).isoformat(),
             float(one.seconds) if lengths and one.kind == "call" else None, one.kind)
            for one, _, _, caller, called in rows
        )  # fmt: skip
        MADE.append(
            Layout(
                write.__name__, file, write(rows, place), wanted, country if region else None, imei, imsi, cell, sure
            )
        )

    return keep


def nat(number: str, place: Place, *, trunk: bool = True) -> str:
    """A number as it is dialled at home."""
    return (place.trunk if trunk else "") + number.removeprefix(f"+{place.code}")


def text(lines: Iterable[Iterable[object] | str], mark: str = ";", code: str = "utf-8", end: str = "\r\n") -> bytes:
    return (end.join(one if isinstance(one, str) else mark.join(map(str, one)) for one in lines) + end).encode(code)


def book(*sheets: tuple[str, list[list[object]]]) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    into = BytesIO()
    made.save(into)
    return into.getvalue()


def hms(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


@layout("TR", "hts_kayitlari.csv", imei=True, cell=True)
def turkish_target_and_other(rows: list[Row], p: Place) -> bytes:
    head = ["SIRA NO", "TİP", "NUMARA", "DİĞER NUMARA", "TARİH", "SÜRE", "IMEI", "BAZ (NUMARA)"]
    tip = {
        ("call", "out"): "ARADI",
        ("call", "in"): "ARANDI",
        ("message", "out"): "MESAJ ATTI",
        ("message", "in"): "MESAJ ALDI",
    }
    body = [[n, tip[r.kind, r.way], nat(own, p, trunk=False), nat(far, p, trunk=False), f"{r.at:%d/%m/%Y %H:%M:%S}", r.seconds if r.kind == "call" else "",
             imei(), f"KARSOVA MERKEZ MAH. {r.cell} SK."] for n, (r, own, far, _, _) in enumerate(rows, 1)]  # fmt: skip
    return text([head, *body], code="cp1254")


@layout("TR", "arama_dokumu.xlsx", cell=True)
def turkish_workbook_with_preamble(rows: list[Row], p: Place) -> bytes:
    top: list[list[object]] = [
        ["BİLGİ TEKNOLOJİLERİ BİRİMİ"],
        ["Talep No:", "2021/4471"],
        ["Sorgu aralığı:", "01.05.2021 - 31.05.2021"],
        [],
    ]
    head: list[object] = [
        "Arayan Numara",
        "Aranan Numara",
        "Arama Tarihi",
        "Arama Saati",
        "Süre (sn)",
        "Arama Tipi",
        "Baz İstasyonu Adresi",
    ]
    body: list[list[object]] = [[nat(a, p), nat(b, p), f"{r.at:%d.%m.%Y}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else None,
             "Sesli" if r.kind == "call" else "SMS", f"Liman Cd. No {r.cell}"] for r, _, _, a, b in rows]  # fmt: skip
    return book(("Sayfa1", [*top, head, *body, [], ["Toplam kayıt:", len(rows)]]))


@layout("GB", "billing.csv", region=False)
def british_plus_numbers(rows: list[Row], p: Place) -> bytes:
    head = ["Calling Number", "Called Number", "Start Date/Time", "Duration (secs)", "Event Type"]
    return text([head, *([a, b, f"{r.at:%Y-%m-%d %H:%M:%S}", r.seconds if r.kind == "call" else "", "Voice" if r.kind == "call" else "SMS"]
                         for r, _, _, a, b in rows)], ",", end="\n")  # fmt: skip


@layout("US", "ATT-like 4471.csv", imei=True, imsi=True, cell=True)
def american_preamble_and_utc(rows: list[Row], p: Place) -> bytes:
    top = [
        "MOBILITY USAGE",
        "(with cell location)",
        "Run Date:,05/28/2021",
        "Voice Usage For:,(202)555-0101",
        "Account Number:,287004471",
        "",
    ]
    head = [
        "Item",
        "Conn. Date",
        "Conn. Time (UTC)",
        "Seizure Time",
        "ET",
        "Originating Number",
        "Terminating Number",
        "IMEI",
        "IMSI",
        "CT",
        "Feature",
        "Cell Location",
    ]
    body = [[n, f"{r.at:%m/%d/%y}", f"{r.at:%H:%M:%S}", "0:05", f"{r.seconds // 60}:{r.seconds % 60:02}" if r.kind == "call" else "", f"1({a[2:5]}){a[5:8]}-{a[8:]}",
             f"1({b[2:5]}){b[5:8]}-{b[8:]}", imei(), p.net + "123456789", ("MO" if r.way == "out" else "MT") if r.kind == "call" else ("SMO" if r.way == "out" else "SMT"),
             "[NIOP]", f"[4471{r.cell}:-87.6:41.8]"] for n, (r, _, _, a, b) in enumerate(rows, 1)]  # fmt: skip
    return text([*top, head, *body], ",")


@layout("US", "carrier_b.csv", cell=True, messages=False)
def american_direction_and_switch(rows: list[Row], p: Place) -> bytes:
    head = [
        "Network Element Name",
        "Mobile Directory Number",
        "Dialed Digit Number",
        "Call Direction",
        "Seizure Dt Tm",
        "Seizure Duration",
        "First Serving Cell Site",
        "Last Serving Cell Site",
        "Calling Party Number",
    ]
    body = [["CHI2", own[2:], b[2:], {"out": "Outbound", "in": "Inbound"}[r.way], f"{r.at:%m/%d/%Y %I:%M:%S %p}", r.seconds, 410 + r.cell, 411 + r.cell, a[2:]]
            for r, own, _, a, b in rows]  # fmt: skip
    return text([head, *body], ",")


@layout("RU", "детализация.csv", imei=True, cell=True)
def russian_a_and_b(rows: list[Row], p: Place) -> bytes:
    head = [
        "№ п/п",
        "Абонент А",
        "Абонент Б",
        "Дата",
        "Время",
        "Длительность, сек",
        "Тип соединения",
        "IMEI А",
        "LAC",
        "CID",
        "Адрес БС",
        "Азимут",
    ]
    kind = {
        ("call", "out"): "Исходящий",
        ("call", "in"): "Входящий",
        ("message", "out"): "Исх. SMS",
        ("message", "in"): "Вх. SMS",
    }
    body = [[n, a[1:], b[1:], f"{r.at:%d.%m.%Y}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else "", kind[r.kind, r.way], imei(), 7701, 40 + r.cell,
             f"г. Вельмара, ул. Портовая, {r.cell}", 120] for n, (r, _, _, a, b) in enumerate(rows, 1)]  # fmt: skip
    return text([head, *body], ";", "cp1251")


@layout("RU", "абонент.xlsx")
def russian_subscriber_in_preamble(rows: list[Row], p: Place) -> bytes:
    top: list[list[object]] = [
        ["Детализация соединений"],
        [f"Абонент: +7 ({p.own[:3]}) {p.own[3:6]}-{p.own[6:8]}-{p.own[8:]}"],
        ["Период: с 01.05.2021 по 31.05.2021"],
        [],
    ]
    head: list[object] = ["Дата и время", "Направление", "Собеседник", "Продолжительность", "Услуга"]
    body: list[list[object]] = [[r.at, {"out": "исходящий", "in": "входящий"}[r.way], "8" + far[2:], hms(r.seconds) if r.kind == "call" else "", "Звонок" if r.kind == "call" else "СМС"]
            for r, _, far, _, _ in rows]  # fmt: skip
    return book(("Лист1", [*top, head, *body]))


@layout("UA", "розмови.csv", imsi=True)
def ukrainian_columns(rows: list[Row], p: Place) -> bytes:
    head = ["Номер абонента А", "Номер абонента Б", "IMSI", "Дата початку", "Час початку", "Тривалість", "Вид послуги"]
    body = [[a[1:], b[1:], p.net + "0012345678", f"{r.at:%d.%m.%Y}", f"{r.at:%H:%M:%S}", hms(r.seconds) if r.kind == "call" else "", "дзвінок" if r.kind == "call" else "смс"]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], "\t", "utf-16")


@layout("EG", "سجل المكالمات.csv")
def arabic_caller_and_called(rows: list[Row], p: Place) -> bytes:
    head = ["م", "الرقم المتصل", "الرقم المتصل به", "تاريخ المكالمة", "وقت المكالمة", "المدة بالثواني", "نوع المكالمة"]
    body = [[n, nat(a, p), nat(b, p), f"{r.at:%Y/%m/%d}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else "", "صوت" if r.kind == "call" else "رسالة"]
            for n, (r, _, _, a, b) in enumerate(rows, 1)]  # fmt: skip
    return text([head, *body], ",", "cp1256")


@layout("EG", "target.xlsx", cell=True, messages=False)
def arabic_digits_and_direction(rows: list[Row], p: Place) -> bytes:
    arabic = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
    head: list[object] = ["الرقم المستهدف", "الطرف الآخر", "الاتجاه", "التاريخ والوقت", "المدة", "موقع البرج"]
    body: list[list[object]] = [[nat(own, p).translate(arabic), nat(far, p).translate(arabic), "صادرة" if r.way == "out" else "واردة", f"{r.at:%d/%m/%Y %H:%M:%S}".translate(arabic),
             hms(r.seconds).translate(arabic), f"شارع الميناء {r.cell}"] for r, own, far, _, _ in rows]  # fmt: skip
    return book(("ورقة1", [head, *body]))


@layout("IR", "ریز مکالمات.csv")
def persian_calendar(rows: list[Row], p: Place) -> bytes:
    from persiantools.jdatetime import JalaliDate

    head = ["ردیف", "شماره مبدا", "شماره مقصد", "تاریخ", "ساعت", "مدت مکالمه", "نوع تماس"]
    body = [[n, nat(a, p), nat(b, p), JalaliDate(r.at.date()).strftime("%Y/%m/%d"), f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else "", "تماس" if r.kind == "call" else "پیامک"]
            for n, (r, _, _, a, b) in enumerate(rows, 1)]  # fmt: skip
    return text([head, *body], ",")


@layout("ES", "llamadas.csv", cell=True, imei=True)
def spanish_origin_destination(rows: list[Row], p: Place) -> bytes:
    head = [
        "Fecha",
        "Hora",
        "Teléfono origen",
        "Teléfono destino",
        "Duración (seg)",
        "Tipo de llamada",
        "IMEI origen",
        "Celda inicio",
        "Celda fin",
    ]
    body = [[f"{r.at:%d-%m-%Y}", f"{r.at:%H:%M:%S}", a[3:], b[3:], r.seconds if r.kind == "call" else "", "Voz" if r.kind == "call" else "SMS", imei(), f"CALLE PUERTO {r.cell}", f"CALLE PUERTO {r.cell + 1}"]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], ";", "cp1252")


@layout("MX", "sabana.xlsx", imei=True, cell=True)
def mexican_two_rows_of_headings(rows: list[Row], p: Place) -> bytes:
    upper: list[object] = ["NÚMERO", None, "LLAMADA", None, None, "TIPO", "EQUIPO", "ANTENA", None]
    lower: list[object] = ["ORIGEN", "DESTINO", "FECHA", "HORA", "DURACIÓN", None, "IMEI", "LATITUD", "LONGITUD"]
    body: list[list[object]] = [[a[1:], b[1:], f"{r.at:%d/%m/%Y}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else None, "VOZ" if r.kind == "call" else "MENSAJES 2 VIAS", imei(), 19.4 + r.cell / 10, -99.1]
            for r, _, _, a, b in rows]  # fmt: skip
    return book(("Hoja1", [upper, lower, *body]))


@layout("FR", "fadet.csv", imei=True, imsi=True, cell=True)
def french_columns(rows: list[Row], p: Place) -> bytes:
    head = [
        "Type de communication",
        "Numéro appelant",
        "Numéro appelé",
        "Date de début",
        "Heure de début",
        "Durée",
        "IMEI",
        "IMSI",
        "Adresse du relais",
    ]
    body = [["Appel" if r.kind == "call" else "SMS", nat(a, p), nat(b, p), f"{r.at:%d/%m/%Y}", f"{r.at:%H:%M:%S}", hms(r.seconds) if r.kind == "call" else "", imei(), p.net + "1234567890", f"{r.cell} rue du Port"]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], ";", "cp1252")


@layout("FR", "ligne.csv")
def french_direction_with_correspondent(rows: list[Row], p: Place) -> bytes:
    top = [f"Ligne surveillée;{nat('+33' + p.own, p)}", "Période;du 01/05/2021 au 31/05/2021", ""]
    head = ["Horodatage", "Sens", "Correspondant", "Nature", "Durée (s)"]
    body = [[f"{r.at:%d/%m/%Y %H:%M:%S}", "Sortant" if r.way == "out" else "Entrant", " ".join([nat(far, p)[k : k + 2] for k in range(0, 10, 2)]), "Voix" if r.kind == "call" else "SMS", r.seconds if r.kind == "call" else ""]
            for r, _, far, _, _ in rows]  # fmt: skip
    return text([*top, head, *body], ";")


@layout("DE", "verkehrsdaten.csv", imei=True, cell=True)
def german_begin_and_end(rows: list[Row], p: Place) -> bytes:
    head = ["Lfd. Nr.", "Dienst", "Rufnummer A", "Rufnummer B", "Beginn", "Ende", "IMEI A", "Funkzelle Beginn"]
    body = [[n, "Anruf" if r.kind == "call" else "SMS", a[1:], b[1:], f"{r.at:%d.%m.%Y %H:%M:%S}", f"{r.end:%d.%m.%Y %H:%M:%S}" if r.kind == "call" else "", imei(), f"262-01-4471-{40 + r.cell}"]
            for n, (r, _, _, a, b) in enumerate(rows, 1)]  # fmt: skip
    return text([head, *body], ";", "cp1252")


@layout("DE", "verbindungen.csv")
def german_decimal_minutes(rows: list[Row], p: Place) -> bytes:
    head = ["Anschluss", "Gesprächspartner", "Richtung", "Datum", "Uhrzeit", "Dauer (min)", "Art"]
    body = [[nat(own, p), nat(far, p), "abgehend" if r.way == "out" else "ankommend", f"{r.at:%d.%m.%Y}", f"{r.at:%H:%M:%S}", f"{r.seconds / 60:.4f}".replace(".", ",") if r.kind == "call" else "", "Telefonat" if r.kind == "call" else "SMS"]
            for r, own, far, _, _ in rows]  # fmt: skip
    return text([head, *body], ";")


@layout("BR", "extrato.csv", cell=True, imei=True)
def brazilian_terminals(rows: list[Row], p: Place) -> bytes:
    head = ["Data/Hora", "Terminal A", "Terminal B", "Duração", "Tipo de chamada", "IMEI", "ERB", "Azimute"]
    body = [[f"{r.at:%d/%m/%Y %H:%M:%S}", a[1:], b[1:], hms(r.seconds) if r.kind == "call" else "", "VOZ" if r.kind == "call" else "SMS", imei(), f"ERB {40 + r.cell} PORTO", 120]
            for r, _, _, a, b in rows]  # fmt: skip
    return text(["sep=;", head, *body], ";")


@layout("IT", "tabulati.csv", cell=True)
def italian_columns(rows: list[Row], p: Place) -> bytes:
    head = ["Chiamante", "Chiamato", "Data", "Ora", "Durata", "Tipologia", "Cella inizio"]
    body = [["0039" + a[3:], "0039" + b[3:], f"{r.at:%d/%m/%y}", f"{r.at:%H.%M.%S}", f"{r.seconds // 60}m {r.seconds % 60}s" if r.kind == "call" else "", "FONIA" if r.kind == "call" else "SMS", f"PORTO {r.cell}"]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], "\t", "cp1252")


@layout("NL", "telecom.csv", region=False)
def dutch_columns(rows: list[Row], p: Place) -> bytes:
    head = ["A-nummer", "B-nummer", "Starttijd", "Eindtijd", "Gespreksduur", "Soort"]
    body = [[f"{a[:3]} {a[3]} {a[4:]}", f"{b[:3]} {b[3]} {b[4:]}", f"{r.at:%d-%m-%Y %H:%M:%S}", f"{r.end:%d-%m-%Y %H:%M:%S}", r.seconds if r.kind == "call" else "", "gesprek" if r.kind == "call" else "sms"]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], ";")


@layout("PL", "billing_pl.csv", cell=True)
def polish_columns(rows: list[Row], p: Place) -> bytes:
    head = [
        "Lp.",
        "Numer abonenta",
        "Numer rozmówcy",
        "Kierunek",
        "Data połączenia",
        "Godzina połączenia",
        "Czas trwania [s]",
        "Usługa",
        "Adres stacji BTS",
    ]
    body = [[n, own[3:], far[3:], "wychodzące" if r.way == "out" else "przychodzące", f"{r.at:%Y-%m-%d}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else "", "rozmowa" if r.kind == "call" else "SMS", f"ul. Portowa {r.cell}"]
            for n, (r, own, far, _, _) in enumerate(rows, 1)]  # fmt: skip
    return text([head, *body], ";", "cp1250")


@layout("GR", "klhseis.csv")
def greek_columns(rows: list[Row], p: Place) -> bytes:
    head = ["Καλών Αριθμός", "Καλούμενος Αριθμός", "Ημερομηνία", "Ώρα Έναρξης", "Διάρκεια (δευτ.)", "Είδος Κλήσης"]
    body = [[a[3:], b[3:], f"{r.at:%d/%m/%Y}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else "", "Φωνή" if r.kind == "call" else "SMS"]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], ";", "cp1253")


@layout("RS", "listing.xlsx", imei=True, cell=True)
def serbian_columns(rows: list[Row], p: Place) -> bytes:
    head: list[object] = [
        "Redni broj",
        "Broj A",
        "Broj B",
        "Datum i vreme",
        "Trajanje (s)",
        "Vrsta",
        "IMEI",
        "Bazna stanica",
    ]
    body: list[list[object]] = [[n, int(a[1:]), int(b[1:]), r.at, r.seconds if r.kind == "call" else None, "poziv" if r.kind == "call" else "SMS poruka", int(imei()), f"LUKA {r.cell}"]
            for n, (r, _, _, a, b) in enumerate(rows, 1)]  # fmt: skip
    return book(("List1", [head, *body]))


@layout("ID", "cdr_polda.csv", cell=True)
def indonesian_columns(rows: list[Row], p: Place) -> bytes:
    head = [
        "No Urut",
        "Nomor Pemanggil",
        "Nomor Tujuan",
        "Tanggal",
        "Jam",
        "Durasi (detik)",
        "Jenis Panggilan",
        "Lokasi BTS",
    ]
    body = [[n, a[1:], b[1:], f"{r.at:%d-%b-%Y}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else "", "Suara" if r.kind == "call" else "SMS", f"PELABUHAN {r.cell}"]
            for n, (r, _, _, a, b) in enumerate(rows, 1)]  # fmt: skip
    return text([head, *body], ",")


@layout("IL", "sichot.csv")
def hebrew_columns(rows: list[Row], p: Place) -> bytes:
    head = ["מנוי", "צד שני", "כיוון", "תאריך", "שעה", "משך (שניות)", "סוג"]
    body = [[nat(own, p), nat(far, p), "יוצאת" if r.way == "out" else "נכנסת", f"{r.at:%d/%m/%Y}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else "", "שיחה" if r.kind == "call" else "הודעה"]
            for r, own, far, _, _ in rows]  # fmt: skip
    return text([head, *body], ",", "utf-8-sig")


@layout("CN", "话单.csv", cell=True)
def chinese_columns(rows: list[Row], p: Place) -> bytes:
    head = ["序号", "本机号码", "对方号码", "呼叫类型", "通话开始时间", "通话时长(秒)", "业务类型", "基站位置"]
    body = [[n, own[3:], far[3:], "主叫" if r.way == "out" else "被叫", f"{r.at:%Y-%m-%d %H:%M:%S}", r.seconds if r.kind == "call" else "", "语音" if r.kind == "call" else "短信", f"港口路{r.cell}号"]
            for n, (r, own, far, _, _) in enumerate(rows, 1)]  # fmt: skip
    return text([head, *body], ",", "gb18030")


@layout("IN", "CDR_9811110203.csv", imei=True, imsi=True, cell=True)
def indian_a_party_is_target(rows: list[Row], p: Place) -> bytes:
    top = ["Call Details of 9811110203 From 01-05-2021 To 31-05-2021", "", ""]
    head = [
        "A PARTY NO",
        "B PARTY NO",
        "LRN Called No",
        "Call Date",
        "Call Time",
        "Dur(s)",
        "First CellID",
        "Last CellID",
        "Call Type",
        "SMSC Number",
        "IMEI",
        "IMSI",
        "Roaming Circle",
    ]
    kind = {
        ("call", "out"): "CALL_OUT",
        ("call", "in"): "CALL_IN",
        ("message", "out"): "SMS_OUT",
        ("message", "in"): "SMS_IN",
    }
    body = [[own[1:], far[3:], "1234", f"{r.at:%d/%m/%Y}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else 0, f"404-45-4471-{40 + r.cell}", f"404-45-4471-{41 + r.cell}", kind[r.kind, r.way], "919800000000" if r.kind == "message" else "", imei(), p.net + "1234567890", "DL"]
            for r, own, far, _, _ in rows]  # fmt: skip
    return text([*top, head, *body], ",")


@layout("PK", "cdr.xlsx", imei=True, imsi=True, cell=True)
def pakistani_workbook(rows: list[Row], p: Place) -> bytes:
    head: list[object] = [
        "SL#",
        "Call Type",
        "A-Party",
        "B-Party",
        "Date & Time",
        "Duration",
        "Cell ID",
        "IMEI",
        "IMSI",
        "Site",
    ]
    kind = {
        ("call", "out"): "Outgoing",
        ("call", "in"): "Incoming",
        ("message", "out"): "Outgoing SMS",
        ("message", "in"): "Incoming SMS",
    }
    body: list[list[object]] = [[n, kind[r.kind, r.way], own[1:], far[1:], f"{r.at:%d/%m/%Y %I:%M:%S %p}", r.seconds if r.kind == "call" else "", 44710 + r.cell, imei(), p.net + "1234567890", f"Port Road {r.cell}|34.1|71.5"]
            for n, (r, own, far, _, _) in enumerate(rows, 1)]  # fmt: skip
    return book(("CDR", [head, *body]), ("Info", [["Requested by", "Velmara Police"], ["Ref", 4471]]))


@layout("NG", "records.csv", cell=True)
def nigerian_camel_case(rows: list[Row], p: Place) -> bytes:
    head = [
        "CallingNumber",
        "CalledNumber",
        "EventDate",
        "EventTime",
        "DurationSec",
        "CallType",
        "CellID",
        "SiteAddress",
    ]
    body = [[a[1:], b[1:], f"{r.at:%d %b %Y}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else "", "VOICE" if r.kind == "call" else "SMS", 62130 + r.cell, f"{r.cell} Port Road"]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], "|")


@layout("RO", "listing_convorbiri.csv")
def romanian_columns(rows: list[Row], p: Place) -> bytes:
    head = ["Număr apelant", "Număr apelat", "Data și ora", "Durata (sec)", "Tip apel"]
    body = [[nat(a, p), nat(b, p), f"{r.at:%d.%m.%Y %H:%M:%S}", r.seconds if r.kind == "call" else "", "voce" if r.kind == "call" else "SMS"]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], ";", "utf-8")


@layout("TR", "basliksiz.csv", imei=True)
def turkish_without_headings(rows: list[Row], p: Place) -> bytes:
    body = [[own[1:], "GİDEN" if r.way == "out" else "GELEN", far[1:], f"{r.at:%d.%m.%Y %H:%M:%S}", r.seconds if r.kind == "call" else 0, "SES" if r.kind == "call" else "SMS", imei()]
            for r, own, far, _, _ in rows]  # fmt: skip
    return text(body, ";")


@layout("GB", "no_head.csv", region=False, sure=False, messages=False)
def without_headings_two_numbers(rows: list[Row], p: Place) -> bytes:
    return text([[f"{r.at:%d/%m/%Y}", f"{r.at:%H:%M:%S}", a, b, hms(r.seconds)] for r, _, _, a, b in rows], ",")


@layout("DE", "kopflos.xlsx", imei=True, imsi=True, messages=False)
def workbook_without_headings(rows: list[Row], p: Place) -> bytes:
    body: list[list[object]] = [
        [r.at, own, far, "OUT" if r.way == "out" else "IN", r.seconds, imei(), p.net + "1234567890"]
        for r, own, far, _, _ in rows
    ]
    return book(("Tabelle1", body))


@layout("GB", "epoch.tsv", region=False)
def epoch_seconds(rows: list[Row], p: Place) -> bytes:
    head = ["msisdn_a", "msisdn_b", "start_timestamp", "duration", "event_type"]
    body = [[a[1:], b[1:], int((r.at - datetime(1970, 1, 1)).total_seconds()), r.seconds if r.kind == "call" else "", "moc" if r.kind == "call" else "smsmo"]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], "\t", end="\n")


@layout("TR", "excel_korumali.csv", imei=True, messages=False)
def excel_formula_cells(rows: list[Row], p: Place) -> bytes:
    head = ["Abone No", "Karşı Numara", "Yön", "Başlangıç Zamanı", "Bitiş Zamanı", "Süre", "Cihaz IMEI"]
    body = [[f'="{own[1:]}"', f'="{far[1:]}"', "Giden" if r.way == "out" else "Gelen", f"{r.at:%d.%m.%Y %H:%M:%S}", f"{r.end:%d.%m.%Y %H:%M:%S}", f"{r.seconds // 60} dk {r.seconds % 60} sn", f'="{imei()}"']
            for r, own, far, _, _ in rows]  # fmt: skip
    return text([head, *body], ";", "utf-8-sig")


@layout("US", "phone_extraction.csv", messages=False)
def seized_handset_call_log(rows: list[Row], p: Place) -> bytes:
    top = [
        "Call Log (11),,,,",
        "Extracted from: handset 1,,,,",
        f"Phone number: +1 {p.own[:3]}-{p.own[3:6]}-{p.own[6:]},,,,",
        "",
    ]
    head = ["#", "Party", "Name", "Date & Time", "Direction", "Duration"]
    body = [[n, far, f"Contact {far[-2:]}", f'"{r.at:%B} {r.at.day}, {r.at:%Y %I:%M:%S %p}"', "Outgoing" if r.way == "out" else "Incoming", hms(r.seconds)]
            for n, (r, _, far, _, _) in enumerate(rows, 1)]  # fmt: skip
    return text([*top, head, *body], ",")


@layout("ES", "intervencion.csv", clock="minutes")
def spanish_to_the_minute(rows: list[Row], p: Place) -> bytes:
    head = ["Línea investigada", "Interlocutor", "Sentido", "Fecha y hora", "Duración", "Servicio"]
    body = [[f"+34 {own[3:6]} {own[6:9]} {own[9:]}", f"+34 {far[3:6]} {far[6:9]} {far[9:]}", "Saliente" if r.way == "out" else "Entrante", f"{r.at.day} de {['','','','','','mayo'][r.at.month]} de {r.at.year} {r.at:%H:%M}", f"{r.seconds // 60}:{r.seconds % 60:02}" if r.kind == "call" else "", "Llamada" if r.kind == "call" else "SMS"]
            for r, own, far, _, _ in rows]  # fmt: skip
    return text([head, *body], ";")


@layout("GB", "iso zoned.csv", region=False, imei=True)
def iso_times_with_offset(rows: list[Row], p: Place) -> bytes:
    head = ["from", "to", "begin", "end", "seconds", "type", "imei"]
    body = [[a, b, r.at.isoformat() + "+01:00", r.end.isoformat() + "+01:00", r.seconds if r.kind == "call" else "", r.kind if r.kind == "call" else "text", imei()]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], ",", end="\n")


@layout("BR", "quebra_sigilo.xlsx", cell=True)
def brazilian_target_with_direction(rows: list[Row], p: Place) -> bytes:
    top: list[list[object]] = [["Ofício 4471/2021"], ["Alvo:", f"({p.own[:2]}) {p.own[2:7]}-{p.own[7:]}"], []]
    head: list[object] = [
        "Data",
        "Hora",
        "Sentido da chamada",
        "Interlocutor",
        "Duração (s)",
        "Serviço",
        "Endereço da ERB",
    ]
    body: list[list[object]] = [[f"{r.at:%d/%m/%Y}", r.at.time(), "Originada" if r.way == "out" else "Recebida", nat(far, p, trunk=False), r.seconds if r.kind == "call" else None, "Ligação" if r.kind == "call" else "SMS", f"Rua do Porto {r.cell}"]
            for r, _, far, _, _ in rows]  # fmt: skip
    return book(("Extrato", [*top, head, *body]))


@layout("US", "warrant_return.csv", imei=True, imsi=True, cell=True, messages=False)
def american_calling_dialed_called(rows: list[Row], p: Place) -> bytes:
    head = [
        "Date",
        "Time(UTC)",
        "Duration",
        "Call Type",
        "Direction",
        "Calling Number",
        "Dialed Number",
        "Called Number",
        "Destination Number",
        "IMSI",
        "IMEI",
        "Completion Code",
        "1st Tower LAC",
        "1st Tower Cell ID",
    ]
    body = [[f"{r.at:%m/%d/%Y}", f"{r.at:%H:%M:%S}", r.seconds if r.kind == "call" else "", "moc" if r.way == "out" else "mtc", "Outgoing" if r.way == "out" else "Incoming", a[1:], b[1:], b[1:], b[1:], p.net + "123456789", imei(), 16, 4471, 40 + r.cell]
            for r, _, _, a, b in rows]  # fmt: skip
    return text([head, *body], ",")


def check() -> None:
    """Forty of them, each name once."""
    assert len(MADE) == 40 == len({one.name for one in MADE}), len(MADE)
