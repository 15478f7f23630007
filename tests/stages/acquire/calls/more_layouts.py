"""Thirty-two more layouts, in three goes: twelve written after the forty were mended, ten after those, ten after these, each before any of its own was read."""

from __future__ import annotations

from dataclasses import replace

import layouts
from layouts import LENGTHS, PLACES, Layout, Place, Row, book, hms, imei, layout, nat, text

FORTY = tuple(layouts.MADE)
layouts.MADE.clear()
PLACES.update(
    {
        "SE": Place("46", "0", "701110203", ("702210304", "703310405", "734410506", "765510607"), "24001"),
        "HU": Place("36", "06", "201110203", ("302210304", "703310405", "204410506", "305510607"), "21630"),
        "CZ": Place("420", "", "601110203", ("702210304", "603310405", "774410506", "605510607"), "23001"),
        "BG": Place("359", "0", "871110203", ("882210304", "893310405", "874410506", "885510607"), "28401"),
        "JP": Place("81", "0", "9011110203", ("8022210304", "9033310405", "7044410506", "9055510607"), "44010"),
        "KR": Place("82", "0", "1011110203", ("1022210304", "1033310405", "1044410506", "1055510607"), "45005"),
        "AL": Place("355", "0", "671110203", ("682210304", "693310405", "674410506", "685510607"), "27601"),
        "SY": Place("963", "0", "931110203", ("942210304", "953310405", "964410506", "935510607"), "41701"),
        "CO": Place("57", "", "3101110203", ("3202210304", "3003310405", "3154410506", "3215510607"), "732101"),
        "MK": Place("389", "0", "70111203", ("71222304", "75333405", "78444506", "72555607"), "29401"),
    }
)


@layout("SE", "samtal.csv", cell=True)
def swedish(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["A-nummer", "B-nummer", "Starttid", "Varaktighet (sek)", "Samtalstyp", "Basstation"],
            *[
                [
                    nat(a, p),
                    nat(b, p),
                    f"{r.at:%Y-%m-%d %H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "Samtal" if r.kind == "call" else "SMS",
                    f"HAMN {r.cell}",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
        "cp1252",
    )


@layout("HU", "hivasok.csv")
def hungarian(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["Hívó szám", "Hívott szám", "Dátum", "Időpont", "Időtartam", "Típus"],
            *[
                [
                    a[1:],
                    b[1:],
                    f"{r.at:%Y.%m.%d.}",
                    f"{r.at:%H:%M:%S}",
                    hms(r.seconds) if r.kind == "call" else "",
                    "hívás" if r.kind == "call" else "SMS",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
        "cp1250",
    )


@layout("CZ", "vypis.xlsx", imei=True, cell=True)
def czech(rows: list[Row], p: Place) -> bytes:
    return book(
        (
            "Výpis",
            [
                ["Volající číslo", "Volané číslo", "Datum a čas", "Délka [s]", "Typ", "IMEI", "BTS"],
                *[
                    [
                        a[4:],
                        b[4:],
                        r.at,
                        r.seconds if r.kind == "call" else None,
                        "hovor" if r.kind == "call" else "SMS",
                        imei(),
                        f"Přístav {r.cell}",
                    ]
                    for r, _, _, a, b in rows
                ],
            ],
        )
    )


@layout("BG", "razgovori.csv")
def bulgarian(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["Номер на викащия", "Набран номер", "Дата", "Час", "Продължителност (сек)", "Вид повикване"],
            *[
                [
                    nat(a, p),
                    nat(b, p),
                    f"{r.at:%d.%m.%Y г.}",
                    f"{r.at:%H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "разговор" if r.kind == "call" else "SMS",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ",",
        "cp1251",
    )


@layout("JP", "通話.csv")
def japanese(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["発信番号", "着信番号", "開始日時", "通話時間(秒)", "種別"],
            *[
                [
                    nat(a, p),
                    nat(b, p),
                    f"{r.at:%Y年%m月%d日 %H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "通話" if r.kind == "call" else "SMS",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ",",
        "shift_jis",
    )


@layout("KR", "통화내역.csv", cell=True)
def korean(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["번호", "발신번호", "착신번호", "통화일자", "시작시간", "통화시간(초)", "유형", "기지국주소"],
            *[
                [
                    n,
                    nat(a, p),
                    nat(b, p),
                    f"{r.at:%Y-%m-%d}",
                    f"{r.at:%H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "음성" if r.kind == "call" else "문자",
                    f"항구로 {r.cell}",
                ]
                for n, (r, _, _, a, b) in enumerate(rows, 1)
            ],
        ],
        ",",
        "euc_kr",
    )


@layout("AL", "thirrjet.csv")
def albanian(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["Numri i abonentit", "Numri tjetër", "Drejtimi", "Data dhe ora", "Kohëzgjatja", "Lloji"],
            *[
                [
                    nat(own, p),
                    nat(far, p),
                    "Dalëse" if r.way == "out" else "Hyrëse",
                    f"{r.at:%d/%m/%Y %H:%M:%S}",
                    hms(r.seconds) if r.kind == "call" else "",
                    "Thirrje" if r.kind == "call" else "SMS",
                ]
                for r, own, far, _, _ in rows
            ],
        ],
        ";",
    )


@layout("SY", "كشف.xlsx", imei=True, imsi=True, cell=True)
def syrian(rows: list[Row], p: Place) -> bytes:
    return book(
        (
            "1",
            [
                ["كشف اتصالات الرقم", p.own],
                [],
                [
                    "تسلسل",
                    "رقم الطالب",
                    "رقم المطلوب",
                    "التاريخ",
                    "الساعة",
                    "مدة المكالمة (ث)",
                    "النوع",
                    "IMEI",
                    "IMSI",
                    "اسم الخلية",
                ],
                *[
                    [
                        n,
                        "00963" + a[4:],
                        "00963" + b[4:],
                        r.at.date(),
                        r.at.time(),
                        r.seconds if r.kind == "call" else None,
                        "مكالمة" if r.kind == "call" else "SMS",
                        imei(),
                        p.net + "1234567890",
                        f"ميناء {r.cell}",
                    ]
                    for n, (r, _, _, a, b) in enumerate(rows, 1)
                ],
            ],
        )
    )


@layout("CO", "anexo 3.csv", cell=True)
def colombian(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["FISCALÍA - ANEXO 3", "", "", "", "", "", ""],
            [
                "ABONADO A (ORIGEN)",
                "ABONADO B (DESTINO)",
                "FECHA Y HORA INICIO",
                "FECHA Y HORA FIN",
                "DURACIÓN EN SEGUNDOS",
                "SERVICIO",
                "CELDA",
            ],
            *[
                [
                    "57" + a[3:],
                    "57" + b[3:],
                    f"{r.at:%d/%m/%Y %H:%M:%S}",
                    f"{r.end:%d/%m/%Y %H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "VOZ" if r.kind == "call" else "SMS",
                    f"PUERTO_{r.cell}",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
        "cp1252",
    )


@layout("MK", "povici.csv")
def macedonian(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["Повикувачки број", "Повикан број", "Датум", "Време", "Времетраење", "Вид"],
            *[
                [
                    a[1:],
                    b[1:],
                    f"{r.at:%d.%m.%Y}",
                    f"{r.at:%H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "разговор" if r.kind == "call" else "порака",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
    )


@layout("GB", "intel_extract.csv", region=False, imei=True, imsi=True, cell=True)
def british_snake(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "event_id",
                "subscriber_msisdn",
                "subscriber_imsi",
                "subscriber_imei",
                "other_party",
                "direction",
                "event_start_utc",
                "event_end_utc",
                "duration_s",
                "event_type",
                "cell_cgi",
                "cell_postcode",
            ],
            *[
                [
                    f"E{n:06}",
                    own,
                    p.net + "1234567890",
                    imei(),
                    far,
                    "MO" if r.way == "out" else "MT",
                    r.at.isoformat() + "Z",
                    r.end.isoformat() + "Z",
                    r.seconds if r.kind == "call" else 0,
                    "VOICE" if r.kind == "call" else "SMS",
                    f"234-15-4471-{r.cell}",
                    "KA1 1AA",
                ]
                for n, (r, own, far, _, _) in enumerate(rows)
            ],
        ],
        ",",
    )


@layout("DE", "einzelverbindung.csv", messages=False, sure=True)
def german_evn(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["Rufnummer:", nat("+49" + p.own, p)],
            ["Zeitraum:", "01.05.2021 - 31.05.2021"],
            [""],
            ["Datum", "Uhrzeit", "Zielrufnummer", "Dauer (hh:mm:ss)", "Richtung"],
            *[
                [
                    f"{r.at:%d.%m.%y}",
                    f"{r.at:%H:%M:%S}",
                    nat(far, p),
                    hms(r.seconds),
                    "gehend" if r.way == "out" else "kommend",
                ]
                for r, _, far, _, _ in rows
            ],
        ],
        ";",
        "cp1252",
    )


@layout("TR", "cdr_tekil.csv", imei=True, imsi=True, cell=True)
def turkish_english_mix(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "MSISDN",
                "Karşı Numara",
                "Call Type",
                "Başlangıç Tarihi",
                "Başlangıç Saati",
                "Bitiş Tarihi",
                "Bitiş Saati",
                "Süre(sn)",
                "IMEI No",
                "IMSI No",
                "Cell ID",
                "Baz Adresi",
            ],
            *[
                [
                    own[1:],
                    far[1:],
                    "Giden Çağrı"
                    if (r.kind, r.way) == ("call", "out")
                    else "Gelen Çağrı"
                    if r.kind == "call"
                    else "Giden SMS"
                    if r.way == "out"
                    else "Gelen SMS",
                    f"{r.at:%Y%m%d}",
                    f"{r.at:%H%M%S}",
                    f"{r.end:%Y%m%d}",
                    f"{r.end:%H%M%S}",
                    r.seconds,
                    imei(),
                    p.net + "1234567890",
                    44710 + r.cell,
                    f"Liman Cd. {r.cell}",
                ]
                for r, own, far, _, _ in rows
            ],
        ],
        ";",
        "cp1254",
    )


@layout("US", "cdr_utc.xlsx", imei=True, imsi=True, cell=True, messages=False)
def american_workbook(rows: list[Row], p: Place) -> bytes:
    return book(
        ("Summary", [["Target", "(202) 555-0101"], ["Requests", 1]]),
        (
            "Voice",
            [
                ["Call Detail Records"],
                ["All times UTC"],
                [],
                [
                    "Start Date",
                    "End Date",
                    "Direction",
                    "Calling #",
                    "Called #",
                    "Duration (sec)",
                    "IMEI",
                    "IMSI",
                    "First Tower",
                    "Last Tower",
                ],
                *[
                    [
                        r.at,
                        r.end,
                        "MO" if r.way == "out" else "MT",
                        int(a[1:]),
                        int(b[1:]),
                        r.seconds,
                        imei(),
                        p.net + "123456789",
                        f"T{r.cell}",
                        f"T{r.cell + 1}",
                    ]
                    for r, _, _, a, b in rows
                ],
            ],
        ),
    )


@layout("GB", "calls pipe.txt.csv", region=False)
def pipe_quoted(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [f'"{h}"' for h in ("Call Date", "Call Time", "From Number", "To Number", "Length", "Service")],
            *[
                [
                    f'"{x}"'
                    for x in (
                        f"{r.at:%d-%b-%y}".upper(),
                        f"{r.at:%H:%M:%S}",
                        a,
                        b,
                        hms(r.seconds) if r.kind == "call" else "",
                        "Telephony" if r.kind == "call" else "SMS",
                    )
                ]
                for r, _, _, a, b in rows
            ],
        ],
        "|",
    )


@layout("FR", "relevé.xlsx", imei=True, cell=True)
def french_workbook(rows: list[Row], p: Place) -> bytes:
    return book(
        (
            "Feuil1",
            [
                ["Réquisition n° 4471"],
                ["Titulaire", "M. Invente"],
                [],
                [
                    "Abonné",
                    "Correspondant",
                    "Entrant/Sortant",
                    "Date",
                    "Heure",
                    "Durée",
                    "Type",
                    "IMEI",
                    "Cellule",
                    "Adresse cellule",
                ],
                *[
                    [
                        own[1:],
                        far[1:],
                        "S" if r.way == "out" else "E",
                        r.at.strftime("%d/%m/%Y"),
                        r.at.time(),
                        r.seconds if r.kind == "call" else None,
                        "Voix" if r.kind == "call" else "SMS",
                        imei(),
                        f"20801-4471-{r.cell}",
                        "Quai 1",
                    ]
                    for r, own, far, _, _ in rows
                ],
            ],
        )
    )


@layout("RU", "вызовы.csv", imei=True, imsi=True, cell=True)
def russian_begin_end(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "Дата начала",
                "Время начала",
                "Дата окончания",
                "Время окончания",
                "Номер А",
                "Номер Б",
                "IMSI А",
                "IMEI А",
                "Тип",
                "Базовая станция",
            ],
            *[
                [
                    f"{r.at:%d.%m.%y}",
                    f"{r.at:%H:%M:%S}",
                    f"{r.end:%d.%m.%y}",
                    f"{r.end:%H:%M:%S}",
                    "+" + a[1:],
                    "+" + b[1:],
                    p.net + "0123456789",
                    imei(),
                    "Звонок" if r.kind == "call" else "SMS",
                    f"Портовая {r.cell}",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        "\t",
        "utf-8-sig",
    )


@layout("IN", "call_records.csv", imei=True, cell=True)
def indian_party_columns(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "Calling Party Telephone Number",
                "Called Party Telephone Number",
                "Call Forwarding",
                "Call Date",
                "Call Initiation Time",
                "Call Duration",
                "First BTS Location",
                "First Cell Global Id",
                "Call Type",
                "SMS Centre Number",
                "IMEI",
                "Roaming Network",
            ],
            *[
                [
                    a[1:],
                    b[1:],
                    "",
                    f"{r.at:%d-%m-%Y}",
                    f"{r.at:%H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "Port Road",
                    "404-45-4471-40",
                    "MOC"
                    if r.kind == "call" and r.way == "out"
                    else "MTC"
                    if r.kind == "call"
                    else "SMSMO"
                    if r.way == "out"
                    else "SMSMT",
                    "",
                    imei(),
                    "",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ",",
    )


@layout("ES", "tabla.csv", cell=True)
def spanish_headless_columns(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["Llamante", "Llamado", "Inicio", "Seg.", "Serv.", "Torre"],
            *[
                [
                    a[1:],
                    b[1:],
                    f"{r.at:%d/%m/%Y %H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "VOZ" if r.kind == "call" else "SMS",
                    "PUERTO",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
    )


@layout("BR", "bilhetagem.csv", cell=True, imei=True, messages=False)
def brazilian_split_ddd(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "Número de Origem",
                "Número de Destino",
                "Data da Chamada",
                "Hora da Chamada",
                "Duração da Chamada",
                "IMEI",
                "CGI",
                "Endereço ERB Origem",
            ],
            *[
                [
                    "0" + a[3:],
                    "0" + b[3:],
                    f"{r.at:%d/%m/%Y}",
                    f"{r.at:%H:%M:%S}",
                    f"{r.seconds}s" if r.kind == "call" else "",
                    imei(),
                    f"724-05-4471-{r.cell}",
                    "R. do Porto",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
        "cp1252",
    )


@layout("EG", "calls_en_ar.csv", imei=True, imsi=True, cell=True)
def arabic_english_slash(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "A Number / الرقم أ",
                "B Number / الرقم ب",
                "Start / البداية",
                "Duration / المدة",
                "Type / النوع",
                "IMEI",
                "IMSI",
                "Site / الموقع",
            ],
            *[
                [
                    "00" + a[1:],
                    "00" + b[1:],
                    f"{r.at:%d/%m/%Y %I:%M:%S} {'ص' if r.at.hour < 12 else 'م'}",
                    r.seconds if r.kind == "call" else "",
                    "مكالمة" if r.kind == "call" else "رسالة",
                    imei(),
                    p.net + "1234567890",
                    f"ميناء {r.cell}",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
    )


@layout("PL", "dane.csv", cell=True, imei=True, imsi=True)
def polish_ab(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "Abonent A",
                "Abonent B",
                "Data i godzina rozpoczęcia",
                "Data i godzina zakończenia",
                "Typ połączenia",
                "IMEI A",
                "IMSI A",
                "Stacja bazowa A",
                "IMEI B",
                "Stacja bazowa B",
            ],
            *[
                [
                    a[1:],
                    b[1:],
                    f"{r.at:%Y-%m-%d %H:%M:%S}",
                    f"{r.end:%Y-%m-%d %H:%M:%S}",
                    "połączenie głosowe" if r.kind == "call" else "SMS",
                    imei(),
                    p.net + "1234567890",
                    "Portowa",
                    "",
                    "",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
    )


PLACES.update(
    {
        "KE": Place("254", "0", "711110203", ("722210304", "733310405", "704410506", "755510607"), "63902"),
        "LB": Place("961", "", "3111203", ("71222304", "76333405", "70444506", "3555607"), "41501"),
        "TN": Place("216", "", "20111203", ("21222304", "50333405", "98444506", "22555607"), "60501"),
    }
)


@layout("US", "pcmd.csv", cell=True, messages=False)
def american_role(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "CALLING_NBR",
                "CALLED_NBR",
                "DIALED_DIGITS",
                "MOBILE ROLE",
                "START_DATE",
                "END_DATE",
                "DURATION (SEC)",
                "CALL_CATEGORY",
                "NEID",
                "1ST CELL",
                "LAST CELL",
            ],
            *[
                [
                    a[2:],
                    b[2:],
                    b[2:],
                    "Outbound" if r.way == "out" else "Inbound",
                    f"{r.at:%m/%d/%Y %H:%M:%S}",
                    f"{r.end:%m/%d/%Y %H:%M:%S}",
                    r.seconds,
                    "Voice",
                    "412",
                    4120 + r.cell,
                    4121 + r.cell,
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ",",
    )


@layout("TR", "hts2.xlsx", cell=True, imei=True)
def turkish_gsm_no(rows: list[Row], p: Place) -> bytes:
    return book(
        (
            "HTS",
            [
                [
                    "GSM NO",
                    "KARŞI GSM",
                    "TARİH/SAAT",
                    "SÜRE (Sn)",
                    "YÖN/TİP",
                    "IMEI NUMARASI",
                    "BAZ İSTASYONU BİLGİSİ",
                    "KARŞI AD SOYAD",
                ],
                *[
                    [
                        int(own[1:]),
                        int(far[1:]),
                        f"{r.at:%d.%m.%Y %H:%M:%S}",
                        r.seconds,
                        ("Aradı" if r.way == "out" else "Arandı")
                        if r.kind == "call"
                        else ("Mesaj Gönderdi" if r.way == "out" else "Mesaj Aldı"),
                        int(imei()),
                        f"LİMAN {r.cell}",
                        "X Y",
                    ]
                    for r, own, far, _, _ in rows
                ],
            ],
        )
    )


@layout("KE", "served.csv", cell=True, imei=True, imsi=True)
def kenyan(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "SERVED_MSISDN",
                "OTHER_MSISDN",
                "CALL_TYPE",
                "EVENT_TIME",
                "DURATION",
                "SERVED_IMEI",
                "SERVED_IMSI",
                "SITE_NAME",
                "LAC_CELL",
            ],
            *[
                [
                    own[1:],
                    far[1:],
                    ("MO CALL" if r.way == "out" else "MT CALL")
                    if r.kind == "call"
                    else ("MO SMS" if r.way == "out" else "MT SMS"),
                    f"{r.at:%d-%m-%Y %H:%M:%S}",
                    r.seconds,
                    imei(),
                    p.net + "1234567890",
                    f"PORT {r.cell}",
                    "4471_40",
                ]
                for r, own, far, _, _ in rows
            ],
        ],
        ",",
    )


@layout("IT", "tabulato.xlsx", cell=True, imei=True)
def italian_utenza(rows: list[Row], p: Place) -> bytes:
    return book(
        (
            "Foglio1",
            [
                ["Tabulato di traffico"],
                [],
                [
                    "Data chiamata",
                    "Ora inizio",
                    "Ora fine",
                    "Durata (sec.)",
                    "Utenza chiamante",
                    "Utenza chiamata",
                    "IMEI chiamante",
                    "Tipo traffico",
                    "Cella aggancio",
                ],
                *[
                    [
                        r.at.date(),
                        r.at.time(),
                        r.end.time(),
                        r.seconds if r.kind == "call" else None,
                        "39" + a[3:],
                        "39" + b[3:],
                        imei(),
                        "Voce" if r.kind == "call" else "SMS",
                        f"Porto {r.cell}",
                    ]
                    for r, _, _, a, b in rows
                ],
            ],
        )
    )


@layout("UA", "з'єднання.csv", imei=True, cell=True)
def ukrainian_dash(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["№", "А-номер", "Б-номер", "Дата, час", "Тривалість, с", "Тип дзвінка", "ІМЕІ", "Адреса БС"],
            *[
                [
                    n,
                    a[1:],
                    b[1:],
                    f"{r.at:%d.%m.%Y, %H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "Голос" if r.kind == "call" else "СМС",
                    imei(),
                    f"Портова {r.cell}",
                ]
                for n, (r, _, _, a, b) in enumerate(rows, 1)
            ],
        ],
        ";",
        "cp1251",
    )


@layout("LB", "lb.csv", cell=True, imei=True)
def lebanese_upper(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "A_NUMBER",
                "B_NUMBER",
                "CALL_DATE",
                "CALL_TIME",
                "CALL_DUR",
                "CALL_TYPE",
                "IMEI_A",
                "START_CELL",
                "END_CELL",
            ],
            *[
                [
                    a[1:],
                    b[1:],
                    f"{r.at:%d/%m/%Y}",
                    f"{r.at:%H:%M:%S}",
                    r.seconds if r.kind == "call" else 0,
                    "V" if r.kind == "call" else "SMS",
                    imei(),
                    f"PORT{r.cell}",
                    "PORT9",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
    )


@layout("US", "bill.csv", clock="minutes", lengths=False, messages=False)
def american_bill(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            ["Wireless number: 202-555-0101"],
            [],
            ["Date", "Time", "Number", "Direction", "Minutes", "Origination", "Destination"],
            *[
                [
                    f"{r.at.month}/{r.at.day}/{r.at:%y}",
                    f"{r.at:%I:%M %p}",
                    f"{far[2:5]}-{far[5:8]}-{far[8:]}",
                    "Outgoing" if r.way == "out" else "Incoming",
                    max(1, -(-r.seconds // 60)),
                    "Karsova NY",
                    "Tarnak NY",
                ]
                for r, _, far, _, _ in rows
            ],
        ],
        ",",
    )


@layout("TN", "relev.csv", cell=True, imei=True, imsi=True)
def tunisian_french(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "N° Appelant",
                "N° Appelé",
                "Date/Heure début",
                "Date/Heure fin",
                "Durée (sec)",
                "Type CDR",
                "N° IMEI",
                "N° IMSI",
                "Localisation début",
            ],
            *[
                [
                    "216" + a[4:],
                    "216" + b[4:],
                    f"{r.at:%d/%m/%Y %H:%M:%S}",
                    f"{r.end:%d/%m/%Y %H:%M:%S}",
                    r.seconds if r.kind == "call" else "",
                    "Appel Voix" if r.kind == "call" else "SMS",
                    imei(),
                    p.net + "1234567890",
                    f"Port {r.cell}",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
        "cp1252",
    )


@layout("DE", "tkue.csv", cell=True, imei=True, imsi=True)
def german_ueberwachung(rows: list[Row], p: Place) -> bytes:
    return text(
        [
            [
                "Start Datum",
                "Start Zeit",
                "Ende Zeit",
                "Dauer",
                "A-Rufnummer",
                "B-Rufnummer",
                "A-IMEI",
                "A-IMSI",
                "Kommunikationsart",
                "Cell-ID",
                "Standort",
            ],
            *[
                [
                    f"{r.at:%d.%m.%Y}",
                    f"{r.at:%H:%M:%S}",
                    f"{r.end:%H:%M:%S}",
                    hms(r.seconds) if r.kind == "call" else "",
                    "+" + a[1:],
                    "+" + b[1:],
                    imei(),
                    p.net + "1234567890",
                    "Sprachverbindung" if r.kind == "call" else "SMS",
                    f"26201447140{r.cell}",
                    "Hafen",
                ]
                for r, _, _, a, b in rows
            ],
        ],
        ";",
        "utf-8-sig",
    )


@layout("RU", "expert.xlsx", clock="seconds")
def russian_handset(rows: list[Row], p: Place) -> bytes:
    return book(
        (
            "Звонки",
            [
                ["Журнал вызовов"],
                [f"Номер телефона: +7{p.own}"],
                ["№", "Тип", "Номер", "Имя контакта", "Дата/время", "Длительность"],
                *[
                    [
                        n,
                        {"out": "Исходящий", "in": "Входящий"}[r.way]
                        if r.kind == "call"
                        else {"out": "Исходящее SMS", "in": "Входящее SMS"}[r.way],
                        "+7" + far[2:],
                        "Контакт",
                        f"{r.at:%d.%m.%Y %H:%M:%S}",
                        hms(r.seconds) if r.kind == "call" else "",
                    ]
                    for n, (r, _, far, _, _) in enumerate(rows, 1)
                ],
            ],
        )
    )


# A bill counts begun minutes.
layouts.MADE[:] = [
    replace(
        one,
        rows=tuple(
            (*row[:3], max(1, -(-seconds // 60)) * 60.0, row[4])
            for row, seconds in zip(one.rows, [n for n in LENGTHS if n], strict=False)
        ),
    )
    if one.name == "american_bill"
    else one
    for one in layouts.MADE
]
MORE: tuple[Layout, ...] = tuple(layouts.MADE)
layouts.MADE[:] = FORTY
