"""Is that a question at all? Thanks, yes and no, and greetings, in the languages of the people who say them."""

from __future__ import annotations

import re
from functools import cache

from glossary.spelling import loose_key

_GREETINGS = """
    hi hello hey hiya howdy greetings 안녕 안녕하세요 하이 こんにちは やあ hola buenas hallo servus moin
    salut bonjour coucou olá oi ciao привет 你好 您好 merhaba
"""
_POLITE = """
    thanks thank thx ty tysm cheers ok okay k kk okey fine sure yes yeah yep yup no nope right exactly agreed
    cool great nice good awesome perfect excellent amazing brilliant lovely wow neat
    got understood see noted done lol haha hehe hmm oh ah sorry please welcome np bye goodbye
    감사 감사합니다 감사해요 고마워 고마워요 고맙습니다 네 넵 넹 예 응
    아니 아니요 아니오 알겠습니다 알겠어요 알았어 알았어요
    좋아요 좋네요 좋습니다 굿 오케이 오키 확인 확인했습니다 수고하세요 수고하셨습니다 죄송합니다
    ありがとう ありがとうございます ありがとうございました どうも
    はい いいえ 了解 了解です わかりました なるほど すみません 承知しました
    gracias vale sí si bien genial perfecto entendido claro adiós
    danke dank bitte ja nein gut super prima klar verstanden tschüss
    merci oui non parfait compris d'accord revoir
    obrigado obrigada sim não grazie sì спасибо да нет хорошо понятно 谢谢 好的 好 是 不是 明白 收到
    teşekkürler tamam evet hayır
"""
_BESIDE = """
    you so much very a lot many again all everyone everybody team guys there
    i it and that this is was helpful for the help
    makes sense now morning evening night both 정말 너무 많이 다들 도움이 됐어요 muchas no vielen schön sehr alles
    beaucoup au muito mille
"""
"""What says nothing beside a polite word, and may be a term when it stands alone."""

_EMOJI = re.compile(r":[a-z0-9_+-]+:|[ㅋㅎㅠㅜ]+")
"""Slack's way of writing one, and what Koreans laugh and cry with."""


def is_chat(text: str) -> bool:
    """Tell whether a message is mere politeness; one without letters and digits, such as an emoji, is too."""
    words = _words(text)
    polite = _keys(_POLITE) | _keys(_GREETINGS)
    return not words or (not polite.isdisjoint(words) and (polite | _keys(_BESIDE)).issuperset(words))


def greets(text: str) -> bool:
    """Tell whether a message is a greeting and nothing else."""
    words = _words(text)
    return bool(words) and words[0] in _keys(_GREETINGS) and all(word in _keys(_GREETINGS + _BESIDE) for word in words)


def _words(text: str) -> list[str]:
    words = ("".join(filter(str.isalnum, word)) for word in _EMOJI.sub(" ", text).split())
    return [key for word in words if (key := loose_key(word))]


@cache
def _keys(words: str) -> frozenset[str]:
    return frozenset(loose_key("".join(filter(str.isalnum, word))) for word in words.split())
