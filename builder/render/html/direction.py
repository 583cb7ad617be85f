"""Which way a language is written: from left to right or from right to left, by its tag.

The lists are the likely subtags of CLDR, cut to the languages that are written from right to left and to the countries
that write one otherwise than its other readers do.
"""

_SCRIPTS = "Adlm Arab Aran Armi Hebr Mand Nkoo Rohg Samr Syrc Thaa Yezi"
"""Scripts that run from right to left, of those in which somebody may write a course (ISO 15924)."""

_LANGUAGES = (
    # Arabic, and what is spoken beside it
    "ar aao abh abv acm acq acw acx adf aeb aec afb ajp apc apd arb arq ars ary arz auz avl ayh ayl ayn ayp jye shu ssh"
    # Hebrew and Yiddish, and what Jews write in Hebrew letters
    " he iw yi ji yih hbo jpr jrb lad aij amw arc"
    # Persian, Kurdish, and their neighbours
    " fa pes prs haz aeq deh bqi glk luz mzn lrc lki ckb sdh kmz ntz tks faz gbz sgr smy siy soj isk ydg tov hac"
    # Pashto, Balochi, Urdu, Sindhi, western Panjabi, and their neighbours
    " ps pbu pbt pst bal bgn bgp bcc brh ur sd sbn lss lsa pnb lah skr hnd hno phr phv ks bft scl gjk gju gwc kvx kxp"
    " dcc trw clh dml ask bsh bsk bhe gig gwt khw mki mve odk oru psi psh shd shv sqo ush wbk wne wsv"
    # Others in Arabic letters
    " ug azb uzs zum kfm ota chg cja kby mfa xhe"
    # Syriac and Aramaic, Mandaic, Thaana, N’Ko, Adlam, Rohingya
    " syr aii cld syc trw tmr sam mid myz dv nqo rhg"
)
"""Languages that are written from right to left, unless a tag names another script or country."""
_OTHERWISE = {
    "az-IQ": True, "az-IR": True, "ha-CM": True, "ha-SD": True, "kk-AF": True, "kk-CN": True, "kk-IR": True, "kk-MN": True,
    "ku-IQ": True, "ku-IR": True, "ku-LB": True, "ky-CN": True, "ms-CC": True, "pa-PK": True, "tg-PK": True, "uz-AF": True,
    "sd-IN": False, "ug-KZ": False, "ug-MN": False,
}  # fmt: skip
"""Language and country -> whether it is written from right to left there."""


_LEFTWARD, _LEFTWARD_SCRIPTS = frozenset(_LANGUAGES.split()), frozenset(_SCRIPTS.split())


def direction(tag: str) -> str:
    """The direction of a language by its BCP 47 tag, as HTML `dir` names it: `rtl` or `ltr`."""
    language, *rest = tag.replace("_", "-").split("-")
    script = next((part.title() for part in rest if len(part) == 4 and part.isalpha()), "")
    if script:
        return _named(script in _LEFTWARD_SCRIPTS)
    country = next((part.upper() for part in rest if len(part) == 2), "")
    usual = language.lower() in _LEFTWARD
    return _named(_OTHERWISE.get(f"{language.lower()}-{country}", usual))


def _named(leftward: bool) -> str:
    return "rtl" if leftward else "ltr"
