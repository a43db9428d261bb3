"""The words that carry an award sentence: verbs, turns, and words no name contains."""

import re

WIN = (
    r"(?:me)?raih|menyabet|sabet|memborong|borong|memperoleh|mendapat(?:kan)?|dapat(?:kan)?|"
    r"menerima|"
    r"terima|memenangi|memenangkan|menangi|merebut|rebut|menggondol|gondol|memboyong|boyong|"
    r"membawa\s+pulang|bawa\s+pulang|mengoleksi|mengantongi|kantongi|menorehkan|torehkan|"
    r"mencatatkan|"
    r"mengukir|ukir|menjadi|jadi|keluar\s+sebagai|pulang\s+sebagai|tampil\s+sebagai|menduduki|"
    r"duduki|menempati|tempati|"
    r"menyumbang(?:kan)?|sumbang(?:kan)?|mempersembahkan|persembahkan|menyandang|sandang|"
    r"mempertahankan|"
    r"pertahankan|menjuarai|juarai|menyegel|segel|mencetak|berada\s+di|finis(?:h)?|bertengger|"
    r"berhak\s+atas|dipercaya|menang\s+sebagai|merengkuh|menutup|naik\s+(?:ke|menjadi)|"
    r"mengakhiri|pulang(?:\s+membawa|\s+dari)?|membawa\s+gelar|membawa\s+pulang|rengkuh|mengunci|meraup|"
    r"mencapai|"
    r"membukukan|"
    r"mengemas|mengumpulkan|mendulang|menuai|menyambar|menggaet|gaet|gelar\s+juara|naik\s+podium|terpilih"
)
WON = (
    r"dianugerahi|didapuk|diganjar|dinobatkan|ditetapkan|ditahbiskan|dinyatakan|diberi|dihadiahi|"
    r"disebut|mendapat\s+ganjaran|didaulat|dipilih|diumumkan|menang|dianugerahkan\s+sebagai"
)
TAKEN = (
    r"(?:(?:berhasil|kembali|juga|pun|sukses|turut)\s+)?"
    r"(?:diraih|disabet|direbut|diperoleh|dimenangkan|dimenangi|digondol|diborong|diboyong|"
    r"dikantongi|didapat(?:kan)?|ditempati|diduduki|dijuarai|dibawa\s+pulang|disandang|dipegang|"
    r"dicatatkan|ditorehkan|diamankan)"
)
GIVEN = (
    r"(?:diberikan|diserahkan|dianugerahkan|disematkan|dipersembahkan|diperuntukkan|disandangkan|"
    r"jatuh|ditujukan)"
)
GIVE = (
    r"memberikan|memberi|menyerahkan|serahkan|menganugerahkan|anugerahkan|menganugerahi|mengganjar|"
    r"menobatkan|mengumumkan|menetapkan|menyematkan|menempatkan|memilih|menyatakan|beri|berikan"
)
WIN_RE = re.compile(rf"\b(?:{WIN})\b")
WON_RE = re.compile(rf"\b(?:{WON})\b")
TAKEN_RE = re.compile(rf"\b{TAKEN}(?:\s+oleh)?\b")
GIVEN_RE = re.compile(rf"\b{GIVEN}\b(?:\s+\w+)?\s+(?:kepada|pada|ke\s+tangan|untuk)\b")
RECEIVED_RE = re.compile(r"\bditerima(?:\s+langsung)?(?:\s+oleh)?\b")
GIVE_RE = re.compile(rf"\b(?:{GIVE})\b")
COPULA_RE = re.compile(r"\b(?:adalah|yakni|yaitu|ialah|antara\s+lain|di\s?antaranya)\b\s*:?|:")
TO_RE = re.compile(r"\b(?:kepada|untuk|milik)\b")
WINNERS_RE = re.compile(r"\b(?:penerima|peraih|pemenang|juara(?:nya)?|jawara|pemegang)\b")

# Words that no name contains, though a headline may write them large.
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan",
            "februari pebruari feb",
            "maret mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "agustus agt agu",
            "september sept sep",
            "oktober okt",
            "november nopember nov",
            "desember des",
        ),
        start=1,
    )
    for name in names.split()
}
