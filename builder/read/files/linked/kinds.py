"""Kinds of file by their endings: which a browser opens or saves without running anything, and which it may run."""


def _set_of(endings: str) -> frozenset[str]:
    return frozenset(endings.split())


PAGES = _set_of(
    """
    htm html xht xhtml shtml mht mhtml hta htc xml xsl xslt xsd xul rdf rss atom wsdl mathml vml kml gpx css js mjs cjs swf
    jar class jnlp wasm svgz
    """
)
"""Documents that a browser runs, or that load others which it runs."""

SHORTCUTS = _set_of("url lnk website webloc desktop scf appref-ms library-ms search-ms settingcontent-ms")
"""Files that lead elsewhere, or start a program."""

PROGRAMS = _set_of(
    """
    apk app application appx asp aspx bash bat bin cgi chm cmd com cpl crx deb dll dmg elf exe gadget hlp htaccess img inf ins
    iso jse jsp jspx ksh msc msh msi msix msp mst one osx paf php phtml pif pl pkg ps1 psm1 pub py pyc pyw rb reg rgs rpm run
    scr sct sh shb shs sys vb vbe vbs vhd vhdx ws wsc wsf wsh xap xpi zsh
    """
)
"""Programs and scripts, and what starts some. LMSs refuse most of them."""

MACROS = _set_of("docm dotm xla xlam xlm xlsb xlsm xltm ppa ppam ppsm potm pptm sldm")
"""Documents of office programs that bring macros with them."""

OFFICE = _set_of("doc dot docx dotx xls xlt xlsx xltx ppt pot pps pptx potx ppsx odt ods odp odg")
"""Documents of office programs, which may bring macros with them and should not."""

DRAWING = "svg"
PDF = "pdf"

_PICTURES = _set_of("png jpg jpeg gif webp avif bmp tif tiff ico heic heif apng jfif eps ai psd")
_SOUND_AND_FILMS = _set_of("mp3 m4a aac ogg oga opus wav flac mid midi mp4 m4v webm mov ogv avi mkv wmv mpg mpeg 3gp")
_TEXT_AND_DATA = _set_of(
    """
    txt text md csv tsv tab srt vtt ics vcf rtf tex bib ris log json geojson jsonl yml yaml toml ini ipynb r rmd rds rda rdata
    sav sps por dta do sas7bdat parquet feather sql db sqlite kmz dat
    """
)
_ARCHIVES_AND_OTHERS = _set_of(
    "epub mobi azw3 zip 7z gz tgz tar bz2 xz rar pages key numbers vsdx mpp mbz h5p imscc ttf otf woff woff2"
)

KNOWN = _PICTURES | _SOUND_AND_FILMS | _TEXT_AND_DATA | _ARCHIVES_AND_OTHERS | OFFICE | {DRAWING, PDF}
"""Every kind that a course may link to: a browser shows it without running anything, or saves it."""


def ending_of(path: str) -> str:
    """The ending of a file's name in small letters, without its dot; empty when it has none."""
    _, dot, ending = path.rpartition("/")[2].rpartition(".")
    return ending.lower() if dot else ""
