"""Tells what is only planned, hoped, nominated, offered or denied, and what is history."""

import re

from awards.reading.lexicon import HEADS

# These rule over everything that follows in the clause.
WISH = re.compile(
    r"\b(?:semoga|mudah-mudahan|berharap|harapan(?:nya)?(?!\s+(?:i|ii|iii|\d|satu|dua|tiga|"
    r"pertama|ke))|diharapkan|mengharapkan|harap|menargetkan|"
    r"ditargetkan|target(?:nya)?|membidik|dibidik|bidik|mengincar|incar|jika|bila|apabila|kalau|"
    r"andai|seandainya|agar|"
    r"supaya|berpeluang|berpotensi|diproyeksikan|bersiap|mempersiapkan|optimistis|optimis|"
    r"bertekad|ingin|"
    r"berambisi|berupaya|berusaha|diusulkan|mengusulkan|diagendakan|direncanakan|rencananya|"
    r"sedianya|dijadwalkan|"
    r"nantinya|calon|bersaing|berebut|memperebutkan|diperebutkan|memburu|kejar|mengejar|"
    r"menuju(?!\s+informatif)|mendaftar|"
    r"pendaftaran|syarat|kriteria|menyiapkan|disiapkan|berjuang|ajak|dorong|mendorong|"
    r"seharusnya|belum\s+(?:pernah|berhasil|mampu|bisa|dapat)|belum|gagal|batal|urung|nyaris|"
    r"tidak\s+(?:berhasil|mampu|meraih|mendapat\w*|"
    r"memperoleh|ada)|bukan|meninjau|mengunjungi|mengajak|mendukung|dukungan|tanpa|harus\s+puas|"
    r"harus\s+mengakui|kalah\s+dari|tertinggal\s+dari|pantas|layak(?=\s+(?:meraih|"
    r"mendapat|menjadi))|siap|dibuka|seleksi\s+calon)\b"
)
# These rule over the verb right behind them.
SO_OFTEN = re.compile(r"\b(?:sudah|telah|total)\s+(?:\w+\s+)?(?:\w+|\d+)\s+kali\s+(?!ini)")
NEAR = re.compile(r"\b(?:akan|bakal|hendak|untuk|mau|ikut\s+serta|guna|demi)\s+(?:\w+\s+){0,3}$")
FUTURE = re.compile(
    r"\b(?:tahun\s+depan|mendatang|bulan\s+depan|pekan\s+depan|minggu\s+depan|ke\s+depan|nanti|"
    r"akan\s+datang|selanjutnya)\b"
)
MAYBE = re.compile(r"\b(?:bisa|dapat|mampu)\s+(?:kembali\s+)?$")
NOMINATED = re.compile(
    r"\b(?:nominasi|nominator|nomine|unggulan|finalis|kandidat|shortlist|"
    r"masuk\s+(?:dalam\s+)?(?:top\s+\d+|(?:\w+\s+)?besar|\d+\s+besar|babak)|"
    r"(?:lolos|melaju|maju|melenggang)\s+(?:ke|sebagai|dalam)|penjurian|visitasi|verifikasi|"
    r"tahap\s+(?:penilaian|wawancara|seleksi)|"
    r"masa\s+penilaian|penilaian\s+(?:lapangan|adipura)|(?<!sebagai )(?<!penghargaan )(?<!raih )"
    r"top\s+(?:\d+))\b"
)
MONEY = re.compile(
    r"\b(?:uang\s+pembinaan|hadiah\s+(?:total|uang|sebesar|utama)|total\s+hadiah|rp\s?\.?\s?\d|"
    r"berhak\s+(?:mendapat|menerima|memperoleh|atas\s+(?:uang|hadiah)))"
)
RIVALS = re.compile(
    r"\b(?:mengalahkan|mengungguli|menyisihkan|menumbangkan|menundukkan|menaklukkan|mengatasi|"
    r"bersaing\s+dengan|menggeser|melampaui|setelah\s+mengalahkan|melawan|kalah\s+dari|"
    r"di\s+atas|di\s+bawah)\s+(?:\w+\s+){0,3}$"
)
PAST = re.compile(
    r"\b(?:(?<!belum )(?<!tidak )(?<!tak )pernah|sebelumnya|"
    r"(?:satu|dua|tiga|empat|lima|beberapa)\s+tahun\s+(?:lalu|silam|"
    r"sebelumnya)|tahun\s+(?:lalu|silam|sebelumnya|kemarin)|"
    r"(?:19|20)\d\d\s+(?:lalu|silam)|tahun-tahun\s+(?:lalu|sebelumnya)|"
    r"periode\s+sebelumnya|edisi\s+(?:lalu|sebelumnya)|"
    r"saat\s+itu|kala\s+itu|ketika\s+itu|"
    r"waktu\s+itu|dulu|dahulu|(?:tahun|bulan)\s+(?:yang\s+)?lalu\s+(?:juga|kota|ia)|"
    r"menyusul\s+(?:prestasi|raihan)|terakhir\s+kali|sejarah)\b"
)
PAST_SOFT = re.compile(r"\bsebelumnya\b")
IN_YEAR = re.compile(
    r"(?:^|(?<=[\s,(]))(pada|di|sejak|tahun|setelah|untuk\s+tahun)\s+(?:di\s+|"
    r"pada\s+)?(?:tahun\s+)?((?:19|20)\d\d)\b"
)
NOW = re.compile(r"\b(?:kini|tahun\s+ini|kali\s+ini|sekarang)\b")
APART = re.compile(
    r"\b(?:setelah|sejak|menyusul|usai|dibanding(?:kan)?|naik\s+dari|sedangkan|sementara)\b"
)
OF_REPORT = re.compile(
    r"\b(?:anggaran|lkpd|laporan|kinerja|evaluasi|implementasi|periode|capaian|pelaksanaan|hasil)\b"
)
REPORT = re.compile(
    r"\b(?:mengatakan|menyatakan|menuturkan|menyebut(?:kan)?|menjelaskan|menambahkan|"
    r"ditambahkan(?:nya)?|dijelaskan(?:nya)?|menurut(?:nya)?|"
    r"ujar(?:nya)?|kata(?:nya)?|tutur(?:nya)?|ungkap(?:nya)?|bahwa|mengungkapkan|berujar|"
    r"lanjut(?:nya)?)\b"
)
OFFICE_ROLE = re.compile(
    r"\b(?:dikukuhkan|dilantik|"
    r"didapuk(?!\s+(?:sebagai|menjadi|jadi)\s+(?:juara|pemenang|peraih|yang))|diangkat|ditunjuk)\b"
)


def is_blocked(low: str, start: int, verb: int, rank: int, end: int) -> str:
    """Return why a clause states no award, or "".

    `low` is the tidied text in small letters; the clause is start..end, its verb (or the start of
    what is won) at `verb`, the rank or prize at `rank`.
    """
    before = low[start:verb]
    whole = low[start:end]
    if OFFICE_ROLE.search(whole):
        return "jabatan, bukan penghargaan"
    if match := _ruling(before):
        return f"baru rencana, harapan, atau tidak terjadi (“{match}”)"
    if SO_OFTEN.search(before):
        return "hitungan berapa kali, bukan penghargaan baru"
    if verb < rank and NEAR.search(before):
        return "baru akan"
    if MAYBE.search(before) and (
        FUTURE.search(whole) or WISH.search(low[max(0, start - 120) : verb])
    ):
        return "baru harapan"
    if FUTURE.search(whole) and not re.search(r"\b(?:berhasil|telah|sudah)\b", whole):
        return "tentang waktu yang akan datang"
    nominated = NOMINATED.search(low, start, min(end, rank + 90))
    if nominated and not re.search(
        r"\b(?:berhasil|meraih|menjadi|dinobatkan|keluar|menyabet|merebut)\b",
        low[nominated.end() : max(rank, nominated.end())],
    ):
        if nominated.start() < rank or not re.search(
            r"\b(?:meraih|menyabet|juara|terbaik)\b", before + low[verb:rank]
        ):
            return "nominasi atau penilaian"
    if MONEY.search(low, rank, min(end, rank + 70)) and not re.search(
        r"\b(?:diraih|meraih|disabet)\b", whole
    ):
        return "keterangan hadiah"
    if re.search(r"\bhadiah(?:nya)?\b", before) and not re.search(
        r"\b(?:meraih|diraih|menjadi|menyabet)\b", before
    ):
        return "keterangan hadiah"
    return ""


def is_history(
    low: str, start: int, end: int, anchor: int, now: int | None
) -> tuple[bool, int | None]:
    """Return whether a clause tells of the past, and the year it names if any.

    `anchor` is where the rank or prize stands; `now` is the year of the text, if known.
    """
    year, old = None, False
    for match in IN_YEAR.finditer(low, start, end):
        between = low[min(anchor, match.start()) : max(anchor, match.start())]
        if match.start() > anchor and APART.search(between + match[0]):
            break
        year = int(match[2])
        firm = match[1].startswith(("pada", "di", "sejak", "setelah"))
        if OF_REPORT.search(low, max(start, match.start() - 50), match.start()):
            continue
        old = old or bool(now and year < (now if firm else now - 1))
    marker = PAST.search(low, start, end)
    if (
        marker
        and marker.start() > anchor
        and (PAST_SOFT.fullmatch(marker[0]) or APART.search(low, anchor, marker.start()))
    ):
        marker = None
    if marker and marker.end() < anchor and NOW.search(low, marker.end(), anchor):
        marker = None
    return old or marker is not None, year


HEAD = "|".join(sorted(map(re.escape, HEADS), key=len, reverse=True))
MAIN_CLAUSE = re.compile(rf",\s+(?:kini\s+|akhirnya\s+)?(?:ia|dan|namun|tetapi|tapi|{HEAD})\b")


def _ruling(before: str) -> str:
    """Return the ruling word before the verb, unless a fact stands between."""
    found = list(WISH.finditer(before))
    last = found[-1] if found else None
    if last is None:
        return ""
    between = before[last.end() :]
    if re.search(
        r"\b(?:berhasil|sukses|akhirnya|hingga|ternyata|telah|sudah)\b", between
    ) or MAIN_CLAUSE.search(between):
        return ""
    return last[0]
