"""Tags of languages (BCP 47), as far as courses need them: language, and script, country or region.

A tag of the right form that stands for no language is worse than none: a voice is chosen by it. So the codes are listed.
"""

import re

from builder.model.interface.language_names import ENGLISH_NAMES
from builder.model.rare_pattern import rare_pattern

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es"
    " et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj"
    " kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv"
    " ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti"
    " tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
"""ISO 639-1, without codes that were withdrawn."""
_THREE_LETTERS = (
    "ace ale arc asa ast awa bal bas bbc bem ber bho bin bik bug ceb chr ckb cop crh csb din doi dsb fil fon frp frr fur gez"
    " gil grc gsw gur haw hil hmn hne hsb iba ilo inh jam kab kac kam kbd kmr kok kpe krc kri ksh kum lad lez lou luo lus mad"
    " mai man men mfe mni mnk mnw mos mwl myv nap nds new niu nso nqo pag pam pap pcm pdc pms pnb prs quc rar rcf rhg rmc rml"
    " rmn rmo rmy rom rop rue sat scn sco sdh sgn shi skr sma smj smn sms snk srn srr stq syr szl tet tig tiv tmh tpi trf trs"
    " tum tvl udm umb vec vls vmw vro wal war wuu xal yue zgh zza"
    " ase asf bfi dse fsl gsg ils isg ise nzs ssp"
    " mis mul und zxx"
)
"""ISO 639-2 and 639-3: languages without a code of two letters that are spoken or signed where courses are read."""
_COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD"
    " CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF"
    " GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN"
    " KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA"
    " NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI"
    " SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI"
    " VN VU WF WS YE YT ZA ZM ZW"
)
"""ISO 3166-1. UK is none of them: the code of the United Kingdom is GB."""
_SCRIPTS = (
    "Adlm Arab Aran Armn Beng Brai Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hans Hant Hebr Hira Jpan Kana Khmr Knda Kore Laoo"
    " Latn Mlym Mong Mymr Nkoo Orya Rohg Sinh Sylo Syrc Taml Telu Tfng Thaa Thai Tibt Vaii"
)
"""ISO 15924: scripts in use."""
_REGIONS = "001 002 005 009 013 019 021 029 053 061 142 143 145 150 151 154 155 202 419"
"""UN M.49: parts of the world."""

_OTHERWISE = {
    "gb": "en-GB", "us": "en-US", "au": "en-AU", "nz": "en-NZ", "en-uk": "en-GB", "en-en": "en-GB", "wls": "cy", "cy-cy": "cy",
    "jp": "ja", "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "vn": "vi", "at": "de-AT", "ir": "fa", "pk": "ur",
    "bd": "bn", "in": "hi", "ua": "uk", "al": "sq", "rs": "sr", "sp": "es", "iw": "he", "ji": "yi", "mo": "ro", "sh": "sr",
    "eng": "en", "cym": "cy", "wel": "cy", "gle": "ga", "gla": "gd", "fra": "fr", "fre": "fr", "deu": "de", "ger": "de",
    "spa": "es", "ita": "it", "por": "pt", "nld": "nl", "dut": "nl", "pol": "pl", "ron": "ro", "rum": "ro", "bul": "bg",
    "hun": "hu", "ell": "el", "gre": "el", "tur": "tr", "rus": "ru", "ukr": "uk", "nor": "no", "nob": "nb", "nno": "nn",
    "swe": "sv", "dan": "da", "fin": "fi", "ara": "ar", "fas": "fa", "per": "fa", "pus": "ps", "kur": "ku", "urd": "ur",
    "hin": "hi", "pan": "pa", "ben": "bn", "guj": "gu", "tam": "ta", "nep": "ne", "som": "so", "amh": "am", "tir": "ti",
    "swa": "sw", "yor": "yo", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "vie": "vi", "sqi": "sq", "alb": "sq",
}  # fmt: skip
"""Codes of countries, and codes that are not the ones for tags (RFC 5646, 2.2.1: the shortest)."""

CODES = frozenset([*_TWO_LETTERS.split(), *_THREE_LETTERS.split()])
"""Every language of two letters, and those of three that were looked up."""
_LIKELY = {name[:2] for name in ENGLISH_NAMES.values() if len(name) != 3}
_SLIPS = frozenset(
    code
    for code in [*_OTHERWISE, *(cy[0] + cy for cy in _LIKELY), *(cy + cy[1] for cy in _LIKELY)]
    if len(code) == 3 and code not in CODES
)
"""Codes of three letters that are hardly meant; of all others ISO 639-3 knows thousands, and they pass."""
_WRITTEN, _SPOKEN = frozenset(_SCRIPTS.split()), frozenset([*_COUNTRIES.split(), *_REGIONS.split()])
_PARTS = _WRITTEN | _SPOKEN

TAG = (
    f"(?:{'|'.join(sorted(_TWO_LETTERS.split()))}|(?!(?:{'|'.join(sorted(_SLIPS))})(?:-|$))[a-z]{{3}})"
    f"(?:-(?:{'|'.join(sorted(_WRITTEN))}))?(?:-(?:{'|'.join(sorted(_SPOKEN))}))?"
)
"""Pattern of a tag, for editors."""
IN_NAME = rare_pattern(r"\.([a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?)\.vtt$")
"""The language in the name of a file of captions: `film.cy.vtt`, `film.sr-Latn-RS.vtt`."""

_BRACES = rare_pattern(
    r"\{\s*#?((?:xml:)?lang(?:uage)?\b\s*[:=]?\s*)?[\"“”'‘’]?([A-Za-z]+(?:[-_][A-Za-z0-9]+){0,2})[\"“”'‘’]?\s*\}",
    re.IGNORECASE,
)


def is_language(tag: str) -> bool:
    """Whether this is the tag of a language: `cy`, `en-GB`, `zh-Hant`, `es-419`, `sr-Latn-RS`."""
    language, *rest = tag.split("-")
    if len(rest) == 2:
        return _is_code(language) and rest[0] in _WRITTEN and rest[1] in _SPOKEN
    return _is_code(language) and (not rest or (len(rest) == 1 and rest[0] in _PARTS))


def _is_code(language: str) -> bool:
    return language in CODES or (re.fullmatch("[a-z]{3}", language) is not None and language not in _SLIPS)


def near_language(given: str) -> str:
    """The tag that was meant (`en_GB`, `gb`, `cyy`, `Welsh`); empty when it cannot be guessed."""
    plain = given.strip().lower()
    parts = re.split(r"[-_ ]+", plain)
    if name := ENGLISH_NAMES.get(plain) or _OTHERWISE.get("-".join(parts)) or ENGLISH_NAMES.get(parts[-1]):
        return name
    language = _OTHERWISE.get(parts[0], parts[0]).partition("-")[0]
    if language not in CODES:
        language = _stuttered(language)
    tag = "-".join([language, *filter(None, map(_part, parts[1:3]))])
    return tag if is_language(tag) else ""


def meant_language(braces: str) -> str:
    """The tag in braces that were meant to name a language: `{lang:fr}`, `{lang fr}`, `{fr}`; empty when there is none."""
    match = _BRACES.fullmatch(braces)
    if not match or is_language(match[2]):
        return match[2] if match else ""
    return near_language(match[2]) if match[1] else ENGLISH_NAMES.get(match[2].lower(), "")


def _part(given: str) -> str:
    """A country or script as a tag has it."""
    country = {"UK": "GB"}.get(given.upper(), given.upper())
    return next((part for part in (country, given.title()) if part in _PARTS), "")


def _stuttered(given: str) -> str:
    """`cyy` for `cy`: a letter too many, where that leaves one language."""
    left = {given[:at] + given[at + 1 :] for at in range(len(given))} if len(given) == 3 else set()
    doubled = [code for code in left if code in CODES and re.search(r"(.)\1", given)]
    return doubled[0] if len(doubled) == 1 else given
