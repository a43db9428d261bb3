"""Lists of words: first words of names, offices, institutions, events, and what no name holds."""

# Heads whose names may hold "dan" and commas.
LONG = frozenset(
    """
    dinas badan kementerian menteri bagian kantor komisi lembaga sekretariat asisten bidang
    kemenko direktorat deputi balai fakultas kepala kamar pusat
    """.split()
)
# Places.
AREA = frozenset(
    """
    kota kabupaten kab. kab provinsi kecamatan kelurahan desa dusun nagari
    """.split()
)
# First words of names that can win: governments, offices, schools, groups.
HEADS = frozenset(
    """
    pemerintah pemkot pemkab pemprov pemda pemdes pemkel kota kabupaten kab kab. provinsi
    kecamatan kelurahan desa dusun nagari kampung rw rt rw. rt. kim dasawisma banjar gampong
    dinas badan bagian sekretariat setda setdakab setdako sekda sekwan inspektorat satpol
    kementerian komisi lembaga bappeda bapelitbangda bappelitbangda bapperida bapenda bpkad
    bkad bpbd bkpsdm bkd bkpp bakesbangpol bapemperda balai kantor kanwil kpp bnn bnnk bnnp
    kpu bawaslu dprd dpmptsp dispendukcapil dlh dpupr dpuprpkp diskopindag damkar perumda
    perumdam pdam perumahan bumd bumdes koperasi kud bank bpr polres polresta polrestabes
    polsek polda kodim korem koramil lanud lanal kejaksaan kejari kejati pengadilan lapas
    rutan imigrasi puskesmas rsud rsu rs rsi rsia rsup rumah klinik posyandu sd sdn sdi sdit
    sdk smp smpn smpk smpit mts mtsn sma smak sman smai smk smkn ma man mi min tk paud slb
    sln slbn pkbm ponpes pondok madrasah sekolah smait universitas institut politeknik
    akademi stie stikes stmik uin ub um umm unisma itn polinema its unair ugm ui itb ipb
    undip unej upn fakultas jurusan departemen prodi himpunan ukm bem pt cv yayasan
    komunitas karang pkk tp forum perpustakaan museum pokdarwis poktan gapoktan kelompok kwt
    bumn koni npci percasi kwarcab kwartir pramuka masjid gereja pasar persatuan ikatan
    poskamling satkamling tpid tp2dd tpakd kafilah lptq kpid ppid kwarda kwarran baznas
    dekranasda pmi satlantas
    satreskrim satbinmas satresnarkoba dharma muslimat fatayat poltekkes unesa unmer unikama
    iain sdlb smplb smalb tbm lpk lkp perpus ud omah griya batalyon yonif
    paguyuban sanggar padepokan tim kontingen stan stand lpmk rektorat humas upt uptd unit
    satuan pelabuhan bandara mal paduan orkes
    """.split()
)
# First words of officials.
OFFICES = frozenset(
    """
    wali walikota bupati gubernur wakil kepala camat lurah ketua rektor direktur sekretaris
    menteri presiden kapolres kapolresta kapolda dandim danrem kadis kades kadiskominfo
    kabag sekda pj pj. pjs plt plh penjabat pejabat wamen wamendagri mendagri dekan komandan
    deputi dirjen
    """.split()
)
# What makes of "Kota X" a title: Kota Layak Anak.
NOT_PLACES = frozenset(
    """
    layak sehat cerdas peduli terbaik toleran kreatif wisata pintar pendidikan informatif
    pahlawan inovatif terinovatif ramah hijau bersih bersinar berkelanjutan literasi
    inklusif besar kecil sedang pusaka dunia peserta penyelenggara pemenang penerima
    terpilih menuju pelopor iklim kb pancasila siaga digital mandiri budaya inklusi
    antikorupsi award sadar pro
    """.split()
)
# What makes of "Kepala Daerah X" and "Perangkat Daerah X" a title that is conferred.
PRAISED = frozenset(
    """
    inovatif terinovatif berprestasi teladan inspiratif terpuji berkinerja informatif
    terinformatif peduli pelopor responsif berintegritas
    """.split()
)
# First words of who gives awards.
INSTITUTIONS = frozenset(
    """
    kementerian kemenko kemenkes kemendagri kemenkominfo kemenkumham kemenag kemendikbud
    kemendikbudristek kemensos kementan kemenparekraf kemenpan kemenpanrb kemenlhk klhk
    menteri badan bpk bpjs bpom bps bnn bnpb bkkbn bkn bpip basarnas komisi kpk kpai kip
    ombudsman lembaga kejaksaan kepolisian polri polda pemerintah pemkot pemkab pemprov
    dinas diskominfo dinkes dispendik disdik majalah harian tabloid media radar jawa tempo
    humas unesco unicef who asean pt yayasan universitas institut politeknik museum muri
    bank pusat direktorat gubernur sekretariat kanwil kantor perpustakaan perpusnas
    perhimpunan asosiasi ikatan persatuan forum dewan serikat markplus infobank setara
    indonesia mendagri menkes menpan menkominfo menko presiden perum pp pb koni kwarda
    kwarnas baznas lemhannas bappenas bpkp lkpp lan anri kominfo komdigi kpppa kemenpppa
    kppn djp lpp rri tvri detikcom beritasatu
    """.split()
)
# Words of events that are themselves the award.
PRIZES = frozenset(
    """
    award awards anugerah penghargaan prize adipura kalpataru adiwiyata proklim swasti
    paritrana sakip natamukti parahita nirwasita anubhawa innovative kihajar awarding
    satyalancana satyalencana piagam
    """.split()
)
# Words of contests.
CONTESTS = frozenset(
    """
    lomba kompetisi kontes kejuaraan kejurnas kejurprov kejurkab kejurkot kejurda festival
    olimpiade olympiad pekan porprov pon popnas popda porseni o2sn fls2n osn ksn mtq stq
    liga league piala cup turnamen tournament championship championships competition contest
    challenge hackathon jambore expo indeks games sayembara pameran popwil peparnas
    peparpeda festifal olympic olympics musabaqah invitasi ideathon datathon prix krenova
    paralimpiade paralympics asiad gemastik pimnas lks kovablik grandprix exhibition fair
    """.split()
)
# Names of events begin with these; what stands before is not of the name.
FIRST = frozenset(
    """
    lomba kompetisi kontes kejuaraan kejurnas kejurprov kejurda olimpiade pekan porprov pon
    popnas popda liga piala turnamen anugerah penghargaan indeks jambore sayembara mtq
    adipura kalpataru swasti
    """.split()
)
# Words that end a category.
BREAK = frozenset(
    """
    tingkat pada di dalam dari dengan lewat melalui yang untuk oleh dan serta kepada sebagai
    jenjang berkat karena atas setelah usai bersama diraih disabet jatuh direbut dimenangkan
    dimenangi diperoleh meraih menyabet se-indonesia se-jawa adalah yakni yaitu berhasil
    sukses kembali sementara sedangkan juara terbaik peringkat harapan medali predikat tahun
    hingga sampai saat ketika juga itu ini tersebut sehingga sekaligus disusul diikuti
    mengalahkan mengungguli menjadi menempati besutan versi milik dimana diberikan
    diserahkan ditempati diduduki dijuarai digondol dinobatkan mendapat memperoleh kategori
    bidang selain lainnya diterima ditujukan bagi terhadap tentang
    """.split()
)
# Words that no name contains, though a headline may write them large.
STOP = frozenset(
    """
    pada di dalam dari untuk oleh ke dengan yang kepada sebagai selaku saat ketika setelah
    usai sebelum selama sejak hingga sampai antara bagi tentang lewat melalui atas akan
    telah sudah berhasil sukses kembali juga pun langsung resmi turut akhirnya bahkan kini
    lalu kemudian terakhir selain sementara sedangkan serta tak tidak belum bukan adalah
    yakni yaitu ialah itu ini tersebut para sang semua seluruh beberapa sejumlah sebanyak
    masing-masing berikut inilah penerima peraih pemegang penyelenggara juara jawara terbaik
    peringkat harapan predikat kategori tingkat pemenang runner medali rangking ranking
    posisi urutan opini nilai gelar trofi piagam penghargaan prestasi raihan capaian raih
    sabet borong terima jadi rebut gondol boyong kantongi dapat dapatkan menangi juarai
    torehkan ukir sumbang bawa pulang sandang pertahankan duduki tempati serahkan beri bidik
    targetkan ajak dorong ikuti siap minta harap sambut luncurkan buka bakal tetap masuk
    lolos wakili dianugerahi diganjar dinobatkan ditetapkan diberi dinyatakan diraih disabet
    diterima diumumkan ajang gelaran event even acara kegiatan perhelatan malam puncak
    adapun senin selasa rabu kamis jumat jum'at sabtu minggu kemarin tadi siang januari
    februari maret april mei juni juli agustus september oktober november desember tahun
    kali menurut karena sehingga agar supaya jika bila kalau apabila maka namun tetapi tapi
    ia dia mereka kami kita saya beliau pihaknya dirinya alhamdulillah selamat tahniah
    penyerahan penganugerahan begitu demikian se-indonesia se-jatim lifter pesilat perenang
    pegulat karateka atlet pemain sekaligus lagi beruntun berturut-turut membanggakan
    """.split()
)
