"""Letters of other scripts in Latin ones, by each country's rules for passports or by its common use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

Romaniser = Callable[[str], str]


def _table(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


_RU = _table(
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= "
    "э=e ю=yu я=ya"
)
_UA = _table(
    "а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh "
    "щ=shch ь= ю=iu я=ia ʼ= ё=e ы=y э=e"
)
_BG = _RU | _table("х=h щ=sht ъ=a ь=y")
_MK = _RU | _table("ѓ=gj ѕ=dz ј=j љ=lj њ=nj ќ=kj х=h ц=c џ=dj")
_KZ = _RU | _table("ә=a ғ=g қ=k ң=n ө=o ұ=u ү=u һ=h і=i")
_AM = _table(
    "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=y թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s "
    "վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev"
)
_GE = _table(
    "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=k შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch "
    "ხ=kh ჯ=j ჰ=h"
)
_GR = _table("α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o")


def titled(text: str) -> str:
    return re.sub(r"(?:^|(?<=[ -]))[^\W\d_]", lambda found: found[0].upper(), text)


def _by(table: dict[str, str], text: str) -> str:
    return "".join(table.get(letter, letter) for letter in text)


def russian(name: str) -> str:
    text = re.sub("[иы]й$", "y", name.lower())
    text = re.sub("[иы]й(?=[ -])", "y", text)
    text = re.sub("ия(?=$|[ -])", "ia", text)
    text = re.sub("ь(?=[её])", "y", text)
    text = re.sub("ь(?=и)", "y", text)
    text = re.sub("ь(?=о)", "y", text)
    return titled(re.sub("^(ale|ma)ks", r"\1x", _by(_RU, text)))


def ukrainian(name: str) -> str:
    text = re.sub("зг", "zgh", name.lower())
    for letter, first in (("є", "ye"), ("ї", "yi"), ("й", "y"), ("ю", "yu"), ("я", "ya")):
        text = re.sub(rf"(^|(?<=[ -])){letter}", first, text)
    return titled(_by(_UA, text))


def bulgarian(name: str) -> str:
    return titled(_by(_BG, re.sub("ия$", "ia", name.lower())))


def macedonian(name: str) -> str:
    return titled(_by(_MK, name.lower()))


def kazakh(name: str) -> str:
    text = re.sub("[иы]й$", "y", name.lower())
    text = re.sub("(?<=[аәоу])й", "i", text)
    text = re.sub("ия$", "iya", text)
    return titled(re.sub("^(ale|ma)ks", r"\1x", _by(_KZ, text)))


def armenian(name: str) -> str:
    text = name.lower().replace("ու", "u").replace("եւ", "ev")
    text = re.sub("(^|(?<=[ -]))ե", "ye", text)
    text = re.sub("(^|(?<=[ -]))ո(?!վ)", "vo", text)
    return titled(_by(_AM, text))


def georgian(name: str) -> str:
    return titled(_by(_GE, name))


def bare(text: str) -> str:
    """Without marks over and under the letters."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def greek(name: str) -> str:
    """ELOT 743."""
    text = unicodedata.normalize("NFD", name.lower())
    text = re.sub("(?<=[αεοη])υ(?!\u0301?\u0308)", "#", text)
    text = bare(text)
    text = text.replace("ο#", "ou")
    text = re.sub("#(?=[βγδζλμνραεηιουω])", "v", text).replace("#", "f")
    text = re.sub("(^|(?<=[ -]))μπ", "b", text)
    text = text.replace("γγ", "ng").replace("γξ", "nx").replace("γχ", "nch")
    return titled(_by(_GR, text))


_KR_FIRST = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_KR_VOWEL = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ")
_KR_LAST = " k k k n n n t l k m p l l p l m p p t t ng t t k t p t".split(" ")
# How people write these syllables of their names.
_KR_USUAL = _table(
    "영=young 현=hyun 경=kyung 숙=sook 우=woo 희=hee 정=jung 성=sung 수=soo 순=soon 옥=ok 형=hyung 병=byung 명=myung 준=jun 훈=hoon"
)


def korean(name: str) -> str:
    return "-".join(_korean_syllable(letter) for letter in name).capitalize()


def _korean_syllable(letter: str) -> str:
    at = ord(letter) - 0xAC00
    plain = _KR_FIRST[at // 588] + _KR_VOWEL[at % 588 // 28] + _KR_LAST[at % 28]
    return _KR_USUAL.get(letter, plain)


_PINYIN_SURNAMES = _table(
    "曾=Zeng 单=Shan 單=Shan 仇=Qiu 解=Xie 任=Ren 查=Zha 覃=Qin 翟=Zhai 盖=Ge 区=Ou 華=Hua 葛=Ge 沈=Shen 俞=Yu 尤=You 柏=Bai 石=Shi "
    "曲=Qu 卜=Bu 朴=Piao 宁=Ning 洗=Xian 谭=Tan 尹=Yin 阮=Ruan 应=Ying 員=Yun 祭=Zhai 万=Wan 萬=Wan 乐=Yue 長=Zhang 車=Che"
)


def syllables(name: str) -> list[str]:
    import pypinyin

    return [part.replace("ü", "v") for part in pypinyin.lazy_pinyin(name)]


def pinyin_given(name: str) -> str:
    return "".join(syllables(name)).replace("v", "u").capitalize()


def pinyin_family(name: str) -> str:
    return _PINYIN_SURNAMES.get(name) or "".join(syllables(name)).replace("lv", "lyu").capitalize()


_WADE_FIRST = {
    "b": "p",
    "p": "p",
    "d": "t",
    "t": "t",
    "g": "k",
    "k": "k",
    "j": "ch",
    "q": "ch",
    "x": "hs",
    "zh": "ch",
    "ch": "ch",
    "z": "ts",
    "c": "ts",
    "r": "j",
}
_WADE_WHOLE = _table(
    "zhi=chih chi=chih shi=shih ri=jih zi=tzu ci=tzu si=szu er=erh you=yu yan=yen ye=yeh yong=yung yi=yi xue=hsueh yue=yueh yuan=yuan "
    "ke=ko ge=ko he=ho de=te e=o guo=kuo gui=kuei kui=kuei hui=hui rui=jui ren=jen"
)
_WADE_LAST = _table("ong=ung ian=ien ie=ieh uo=o ue=ueh iong=iung uan=uan uang=uang")


def wade(syllable: str) -> str:
    """A syllable of pinyin in the spelling of Taiwan's passports, without its marks."""
    if syllable in _WADE_WHOLE:
        return _WADE_WHOLE[syllable]
    first, last = re.fullmatch("(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]?)(.*)", syllable).groups()  # type: ignore[union-attr]
    last = _WADE_LAST.get(last, last)
    if first in ("g", "k", "h") and syllable.endswith("uo"):
        last = "uo"
    if first == "y" and last == "ung":
        return "yung"
    return _WADE_FIRST.get(first, first) + last.replace("v", "u")


def taiwan_given(name: str) -> str:
    return "-".join(wade(part).capitalize() for part in syllables(name))


def taiwan_family(name: str) -> str:
    fixed = {
        "李": "Lee",
        "呂": "Lu",
        "凃": "Tu",
        "温": "Wen",
        "粘": "Nien",
        "張簡": "Chang Chien",
        "歐陽": "Ou Yang",
        "沈": "Shen",
        "游": "Yu",
    }
    if name in fixed:
        return fixed[name]
    plain = _PINYIN_SURNAMES.get(name, "").lower()
    return "-".join(wade(part) for part in ([plain] if plain else syllables(name))).capitalize()


def japanese(reading: str) -> str:
    """Hepburn without marks of length, from a reading that spells long vowels out."""
    text = reading.lower().replace("'", "").replace("oo", "o")
    text = re.sub("ou(?!e|ra|chi)", "o", text)
    return re.sub("uu(?!ra|chi)", "u", text).capitalize()


_MAIL = str.maketrans({"đ": "dj", "ð": "d", "ı": "i"})


def mail(latin: str, d: str = "dj") -> str:
    """Empty where dropping the letters outside a to z would do no harm."""
    if all(ord(letter) < 128 for letter in latin):
        return ""
    text = bare(latin.lower().replace("đ", d).translate(_MAIL))
    return re.sub("[^a-z]", "", text)
