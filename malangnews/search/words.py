"""From text to the words that the index holds. Pure: the same on every database.

Every word is kept as it is written; words of the language are kept by their stem too, so that
"meraih" finds "peraih" and an exact word still counts for more. A stem is marked with a 9 in
front, which no word of a text begins with and goes on in letters.
"""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

# Letters or digits alone: what SQLite would part any further is parted here for both databases.
WORD = re.compile(r"[a-z]+|[0-9]+")
APOSTROPHE = re.compile("['’‘`´ʼ]")
STEM = "9"
# A number longer than this is no word that anybody looks for.
LONGEST = 40

# Words that stand in every text. Searched for alone they find names only.
STOP_WORDS = frozenset(
    """
    ada adalah agar akan antara apa atas atau bagi bahwa bagaimana banyak beberapa belum berbagai
    bila bisa dalam dan dapat dari demikian dengan di dia dua hal hanya harus hingga ia ini itu
    jadi jika juga kami kata ke kepada kita lagi lain lalu lebih maka mana masih mereka menjadi
    namun oleh pada para pun saat saja salah sama sampai sangat satu sebagai sebuah secara sejak
    sekaligus selain semua seperti serta setelah setiap siapa sini situ suatu sudah supaya tak
    tanpa telah tentang terhadap tersebut tetapi tidak turut untuk yaitu yakni yang
    """.split()
)

# Where the algorithm goes astray: the stem that a family of words shall have.
FAMILIES = {
    "harga": "harga berharga seharga",
    "hargai": "penghargaan dihargai menghargai hargai",
    "terima": "terima diterima menerima penerima penerimaan",
    "resmi": "resmi diresmikan meresmikan peresmian resmikan",
    "raih": "raih meraih diraih peraih raihan teraih",
    "buka": "buka terbuka membuka dibuka pembukaan keterbukaan pembuka",
    "wisata": "wisata wisatawan pariwisata berwisata kepariwisataan",
    "berita": "berita memberitakan diberitakan pemberitaan beritanya",
    "menang": "menang pemenang memenangi memenangkan dimenangkan kemenangan",
    "juara": "juara kejuaraan juarai menjuarai dijuarai",
    "serah": "serah menyerahkan diserahkan penyerahan serahkan terserah",
    "lomba": "lomba perlombaan berlomba dilombakan melombakan",
    "bentuk": "bentuk membentuk dibentuk terbentuk pembentukan berbentuk",
    "lurah": "lurah kelurahan",
    "camat": "camat kecamatan",
    "kerajinan": "kerajinan perajin pengrajin",
    "masyarakat": "masyarakat kemasyarakatan",
    "pelayanan": "layanan pelayanan melayani dilayani layan",
    "kelola": "kelola mengelola dikelola pengelola pengelolaan",
    "latih": "latih pelatihan melatih dilatih pelatih latihan berlatih",
    "umum": "umum diumumkan mengumumkan pengumuman",
    "seni": "seni kesenian seniman",
    "budaya": "budaya kebudayaan berbudaya budayawan",
    "bina": "bina binaan membina dibina pembinaan pembina",
    "temu": "temu bertemu pertemuan ditemukan menemukan temuan penemuan",
}
STEMS = {word: stem for stem, words in FAMILIES.items() for word in words.split()}

_stemmer = snowballstemmer.stemmer("indonesian")


def fold(text: str) -> str:
    """Return text in small letters, without accents and apostrophes: "Ma'ruf" is "maruf"."""
    parts = unicodedata.normalize("NFKD", APOSTROPHE.sub("", text))
    return "".join(one for one in parts if not unicodedata.combining(one)).lower()


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order, folded; whatever is neither letter nor digit
    parts them."""
    return [word for word in WORD.findall(fold(text)) if len(word) <= LONGEST]


def telling(words: list[str]) -> list[str]:
    """Return the words without those that stand in every text."""
    return [word for word in words if word not in STOP_WORDS]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a folded word, marked: "9raih" for "meraih". A number has none: ""."""
    if not word.isalpha() or len(word) < 3:
        return ""
    return STEM + (STEMS.get(word) or _stemmer.stemWord(word))
