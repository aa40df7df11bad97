"""How do people ask for the meaning of a word? The forms of sixteen languages, as tables: the only place that lists them.

``_`` stands for the term, ``*`` for any one word, ``(a|b|)`` for one of several or nothing. Case, accents and punctuation
do not matter, so ``whats`` is ``What's`` too. In Korean, Japanese and Chinese, spaces do not matter either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from glossary.concept import LanguageTag


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one language, in groups by what may stand in the place of ``_``."""

    asking: tuple[str, ...]
    """A question about the term: the place holds the term, or another form."""
    aside: tuple[str, ...] = ()
    """What stands beside a question and asks nothing: greetings, politeness, where and when a word was met."""
    following: tuple[str, ...] = ()
    """A question about something said before it; the sentence before holds the term."""
    telling: tuple[str, ...] = ()
    """What introduces the term in a sentence before such a question."""
    reporting: tuple[str, ...] = ()
    """What comes after the term in a sentence before such a question."""
    articles: str = ""
    """Words before a noun that are no part of its name; one that ends in an apostrophe is joined to the noun."""
    pointing: str = ""
    """Words that point at something and name nothing: no terms."""


EN: Final = LanguageTag("en")
KO: Final = LanguageTag("ko")

SPACED: Final[dict[LanguageTag, Forms]] = {
    EN: Forms(
        asking=(
            "(what|wat|wut|wtf) (is|are|was|were|r|exactly is|exactly are|the hell is|on earth is) _",
            "(whats|wats|wuts|whatis) _",
            "(what|whats) (is|are|was) _ (exactly|again|about|for|used for|supposed to mean|in simple terms|all about)",
            "what (does|do|did|dose) _ (mean|means|stand for|stands for|refer to|do|actually mean|even mean|really mean)",
            "(what|whats) _ (mean|means|is|are|stands for|stand for|refers to|does)",
            "(what is|whats|what was|explain|tell me|give me|) (the|) (meaning|definition|def) (of|for) _",
            "(what is|whats) (meant by|the deal with|the point of|the idea behind|the concept of) _",
            "what (do|did|does) (you|they|we|people|he|she|i) mean (by|with|when they say|when you say|when he says|when she says) _",
            "what (does|is) the (term|word|acronym|abbreviation|phrase|expression) _ (mean|stand for|)",
            "(define|definition|describe|clarify|explain|explain to me|lookup|look up|meaning|show me|search for) _",
            "(define|describe|explain) _ (to me|for me|to us|briefly|in short|simply)",
            "(explain|define|describe|clarify) the (term|word|acronym|concept of|concept|meaning of|idea of) _",
            "(tell me|tell us) (about|more about|what|) _",
            "_ (meaning|definition|means|explained|def|definition please|means what|is what|meaning please)",
            "how (do|would|should) (you|i|we) (define|explain|describe|understand) _",
            "how does _ work",
            "(i dont|i didnt|i do not|i cant|dont|didnt|do not) (get|understand|know) (what|) _",
            "(i|i have|ive|) never heard (of|about) _",
            "(im|i am|) (confused|curious|unsure|not sure) (about|by|what) _",
            "(i have|ive|i got|) (no idea|no clue) what _",
            "(does|do|did) (you|anyone|anybody|someone|somebody|u|we) (know|understand|remember) (what|about|) _",
            "(anyone|anybody|someone|somebody|who|you) (knows|know) (what|about|) _",
            "(any idea|any ideas|any clue|wondering|curious) (what|about) _",
            "(please|plz|pls) _",
            "_ (please|plz|pls|plox)",
        ),
        aside=(
            "(hey|hi|hello|yo|ok|okay|so|um|hmm|sorry|well|oh|btw|guys|folks|team|quick question|qq|dumb question|excuse me) _",
            "(hi|hey|hello) (all|there|everyone|everybody|team|guys|folks|bot) _",
            "(can|could|would|will) (someone|somebody|anyone|anybody|you|u|we|i) (please|plz|pls|kindly|help me|) _",
            "(i need|i want|i would like|id like|i wanted|i wanna|just wanted|trying|help me) (to know|to understand|to ask|) _",
            "(does anyone|does anybody|do you|did you) (know|remember|understand) _",
            "(im|i am|) not sure (i|if i|) (understand|know|get|follow) _",
            "(just wondering|im wondering|i wonder|was wondering|remind me) _",
            "(what|know|exactly) _",
            "_ (lol|lmao|haha|thanks|thank you|thx|ty|cheers|though|tho|exactly|again|anyway|anyone|anybody|guys|folks|team|then)",
            "_ (please and thanks|btw|sorry|is|are|means|mean|stands for|for me|to me|by the way|here)",
            "_ (in|on|at|from|during|within|inside|throughout|for) (the|our|my|this|that|a|these|all|your|their) *",
            "_ (in|on|at|from|during|within|inside|throughout|for) (the|our|my|this|that|a|these|all|your|their) * *",
            "_ (everywhere|lately|recently|today|yesterday|nowadays|these days|a lot|all the time|at work|in simple terms|all over|again and again)",
            "_ (in|on) (programming|software|computing|development|tech|slack|discord|meetings|docs|github|jira|general|it)",
        ),
        following=(
            "_ (and|but|) (what|wtf) (is|was|are|does|do|did) (it|that|this|they|those) (exactly|mean|about|then|for|again|do|)",
            "_ (and|but|) what (does|did|do) (it|that|this|they|those) (mean|means|stand for|refer to) (exactly|)",
            "_ (and|but|) whats (it|that|this) (mean|exactly|about|then|for|again|all about|)",
            "_ (and|but|) (i|i have|ive|) (no|had no) (idea|clue) what (it|that|this|they) (is|are|was|means|meant)",
            "_ (and|but|) (i|im|i am|) (dont know|didnt know|do not know|not sure|dont get|unsure) what (it|that|this) (is|was|means)",
            "_ (can|could) (someone|anyone|you|somebody|anybody) (please|) (explain|define|clarify) (it|that|this|) (to me|)",
            "_ (any idea|any ideas|any clue) (what|) (it|that|this|) (is|means|)",
            "_ (does|do) (anyone|anybody|someone|you) know what (it|that|this|they) (is|means|are|mean)",
            "_ (what|whats) (do|did|does) (they|he|she|you|people) mean (by that|by this|by it|)",
            "_ (whats that mean|what that mean|what it means|what that means|what it is|what that is|meaning)",
        ),
        telling=(
            "(said|says|say|saying|mentioned|mentions|mention|mentioning|uses|used|use|using|called|named|wrote|writes|writing)",
            "(hear|heard|hearing|see|saw|seen|seeing|read|reading|noticed|found|encountered|adopting|adopt|discussed|discussing)",
            "(about|came across|come across|coming across|ran into|run into|running into|stumbled upon|stumbled on|stumbled across)",
            "(referred to|referring to|refers to|brought up|bring up|introduce|introduced|introducing|implement|implementing)",
            "(looking at|look at|looked at|switching to|switch to|moving to|move to|migrating to|migrate to|working with|working on)",
            "(talk of|talking of|spoke of|heard of|hear of|keep seeing|keep hearing|try|trying|tried|deploy|learn|learning)",
            "(hear about|heard about|hearing about|read about|talking about|talked about|talk about|asked about|thinking about using)",
            "(the term|the word|the acronym|the phrase|the concept of|a thing called|something called|term|acronym)",
        ),
        reporting=(
            "_ (came up|comes up|coming up|keeps coming up|was mentioned|is mentioned|got mentioned|gets mentioned|were mentioned)",
            "_ (is everywhere|was brought up|appears|appeared|appearing|pops up|popped up|is used|was used|gets used|shows up)",
        ),
        articles="a an the some",
        pointing="it that this these those they he she we you i me my your what who is a an the to of on in up there here one thing",
    ),
    LanguageTag("es"): Forms(
        asking=(
            "(que|k|q) (es|son|significa|significan|quiere decir|seria|era) _",
            "(cual es|dime|) (el|la|) (significado|definicion|concepto) (de|del) _",
            "(define|definir|defina|explica|explicame|explique|explicar|describe) (que es|que significa|) _",
            "(alguien|quien) sabe (que es|que significa|que son|que quiere decir) _",
            "(no se|no entiendo|no entiendo que es|no se que es|no se que significa) _",
            "(a que se refiere|en que consiste|para que sirve|que se entiende por|que quieren decir con|hablame de) _",
            "_ (que es|significado|definicion|que significa|que quiere decir)",
            "_ por favor",
        ),
        aside=(
            "(hola|oye|perdon|disculpa|disculpen|buenas|buenos dias) _",
            "(me|) (puedes|puede|podrias|pueden) (explicar|explicarme|decir|decirme|definir) (que es|que significa|) _",
            "(alguien|alguno) (me|) (puede|podria|sabe) (explicar|decir|explicarme|decirme|) _",
            "_ (por favor|gracias|porfa|exactamente)",
        ),
        following=(
            "_ (y|pero|) (que es|que significa|que quiere decir) (eso|esto|) (exactamente|)",
            "_ (alguien sabe que es|no se que es|no se que significa)",
        ),
        telling=(
            "(dijo|dijeron|menciono|mencionaron|dice|usar|usando|sobre|hablan de|hablaron de|hablando de|llamado|llamada)",
        ),
        articles="el la los las un una unos unas lo",
        pointing="eso esto esta este ese esa ello tu yo que es",
    ),
    LanguageTag("pt"): Forms(
        asking=(
            "(o que|oque|oq|que) (e|sao|significa|significam|quer dizer|seria|eh) _",
            "(qual e|qual|me diga|) (o|a|) (significado|definicao|conceito|sentido) (de|do|da|dos|das) _",
            "(defina|definir|define|explique|explica|explicar|descreva|me explica|me explique) (o que e|o que significa|) _",
            "(alguem|quem) sabe (o que e|o que significa|o que sao|o que quer dizer) _",
            "(nao sei|nao entendo|nao sei o que e|nao entendi) _",
            "(a que se refere|para que serve|o que se entende por|em que consiste|como funciona) _",
            "_ (o que e|significado|definicao|o que significa|o que quer dizer)",
        ),
        aside=(
            "(ola|oi|desculpa|desculpe|bom dia|boa tarde|gente|pessoal) _",
            "(voce|) (pode|poderia|podem|consegue) (me|) (explicar|dizer|definir) _",
            "alguem (pode|poderia|sabe) (me|) (explicar|dizer|) _",
            "_ (por favor|obrigado|obrigada|exatamente)",
        ),
        following=("_ (e|mas|) (o que e|o que significa|que e|o que quer dizer) (isso|isto|) (exatamente|)",),
        telling=(
            "(disse|disseram|mencionou|mencionaram|usar|usando|sobre|falou de|falaram de|falando de|chamado|chamada)",
        ),
        articles="o a os as um uma uns umas",
        pointing="isso isto este esta esse essa ele ela que e",
    ),
    LanguageTag("fr"): Forms(
        asking=(
            "(cest quoi|kesako|questce) _",
            "(questce) (que|quun|quune|que cest|que cest que|que cest quun|que cest quune|que signifie|que veut dire) _",
            "(que|quest) (signifie|veut dire|signifient|veulent dire|designe) _",
            "(quel|quelle) est (le|la) (sens|signification|definition) (de|du|des|dun|dune) _",
            "(la|) (signification|definition) (de|du|des|dun|dune) _",
            "(definir|definis|definissez|explique|expliquer|expliquez|expliquemoi|expliquezmoi|decris) (ce quest|) _",
            "(quelquun|qui) (sait|connait|peut expliquer|peut mexpliquer) (ce que cest que|ce que signifie|ce que veut dire|ce quest|) _",
            "(je ne sais pas|je ne comprends pas|je comprends pas) (ce que signifie|ce que veut dire|ce quest|) _",
            "(ca veut dire quoi|quentendon par|a quoi sert) _",
            "_ (cest quoi|ca veut dire quoi|definition|signification|questce que cest|quest ce que cest)",
        ),
        aside=(
            "(bonjour|salut|coucou|dis|dites|pardon|desole|excusezmoi) _",
            "(peuxtu|pouvezvous|tu peux|vous pouvez|estce que quelquun peut) (mexpliquer|expliquer|me dire|definir) (ce quest|) _",
            "_ (sil te plait|sil vous plait|svp|stp|merci|exactement)",
        ),
        following=(
            "_ (et|mais|) (cest quoi|questce que cest|ca veut dire quoi|que veut dire ca|cest quoi ca) (exactement|au juste|)",
        ),
        telling=("(dit|mentionne|parle de|parlent de|parler de|utilise|utiliser|utilisant|propos de|appele|sur)",),
        articles="le la les un une des du l' d'",
        pointing="ca cela ceci ce il elle que qui quoi",
    ),
    LanguageTag("de"): Forms(
        asking=(
            "(was|wat) (ist|sind|bedeutet|bedeuten|heisst|heissen|meint|war|genau ist|ist denn|ist eigentlich) _",
            "was (versteht man unter|meint man mit|bedeutet der begriff|bedeutet das wort|ist gemeint mit) _",
            "was soll _ (sein|heissen|bedeuten)",
            "(was ist|) (die|) (bedeutung|definition) (von|des|der|eines|einer) _",
            "(definiere|definier|definition|erklare|erklar|erlautere|erklare mir|erklar mir|beschreibe) (bitte|mal|) _",
            "(kann|konnte) (jemand|mir jemand|jemand mir|mir wer) _ (erklaren|definieren|erlautern|sagen)",
            "(kannst|konntest) du (mir|) (bitte|) _ (erklaren|definieren|erlautern)",
            "(weiss jemand|wer weiss|ich weiss nicht|weisst du|keine ahnung|erklar mir|sag mir) was _ (ist|bedeutet|heisst|sind|meint)",
            "(wofur steht|was macht|wie funktioniert|ich verstehe nicht|was genau ist) _",
            "_ (bedeutung|definition|erklarung)",
        ),
        aside=(
            "(hallo|hi|hey|moin|sorry|entschuldigung|bitte|also|sag mal|leute) _",
            "_ (bitte|danke|genau|eigentlich|nochmal|denn)",
        ),
        following=("_ (und|aber|) was (ist|bedeutet|heisst|soll) (das|es|dies) (genau|eigentlich|heissen|bedeuten|)",),
        telling=("(sagte|erwahnte|erwahnt|uber|von|nutzen|verwenden|namens|gesagt|genannt|gelesen)",),
        articles="der die das ein eine einen einem einer den dem",
        pointing="das es dies er sie wir ich du was ist",
    ),
    LanguageTag("it"): Forms(
        asking=(
            "(cose|che cose|cosa e|che cosa e|cosa sono|che cosa sono|cosa sarebbe) _",
            "(cosa|che|che cosa) (significa|significano|vuol dire|si intende per|sintende per|vuole dire) _",
            "(qual e|) (il|la|) (significato|definizione) (di|del|della|dei|delle|dell) _",
            "(definisci|definire|spiega|spiegami|spiegare|descrivi|parlami di) (cose|cosa significa|) _",
            "(qualcuno sa|chi sa|non so|non capisco) (cose|cosa significa|cosa sono|che cose|) _",
            "(a cosa serve|come funziona) _",
            "_ (cose|che cose|significato|definizione|cosa significa|cosa vuol dire|che significa)",
        ),
        aside=(
            "(ciao|scusa|scusate|salve|buongiorno|ragazzi) _",
            "(puoi|potresti|qualcuno puo|qualcuno potrebbe|qualcuno mi puo) (spiegarmi|spiegare|dirmi|dire|definire) _",
            "_ (per favore|grazie|esattamente|perfavore)",
        ),
        following=(
            "_ (e|ma|) (cose|che cose|cosa significa|che significa|cosa vuol dire) (questo|quello|esattamente|)",
        ),
        telling=("(detto|menzionato|parla di|parlano di|parlato di|usare|usando|riguardo a|chiamato|chiamata)",),
        articles="il lo la i gli le un uno una l' un' dell' all'",
        pointing="questo quello cosa che lui lei",
    ),
    LanguageTag("ru"): Forms(
        asking=(
            "(что|шо|чё|че) (такое|значит|означает|это|это такое|есть|за) _",
            "(что подразумевается под|что понимается под|как расшифровывается|как понимать|зачем нужен|зачем нужна) _",
            "(определение|значение|дай определение|смысл) _",
            "(объясни|объясните|поясни|поясните|расскажи|расскажите|опиши|скажи|скажите) (мне|) (что такое|что значит|про|о|об|) _",
            "(кто знает|кто нибудь знает|ктонибудь знает|не знаю|не понимаю|не понял) (что такое|что значит|) _",
            "_ (это что|это что такое|что это|что это такое|что значит|что такое|что означает|значение|определение)",
        ),
        aside=(
            "(привет|здравствуйте|извините|ребята|коллеги|а|подскажите|пожалуйста|добрый день) _",
            "(кто может|можешь|можете|может кто|может ктонибудь) (объяснить|рассказать|пояснить) _",
            "_ (пожалуйста|спасибо|плиз|плз|вообще)",
        ),
        following=("_ (и|а|но|) что (это|это такое|это значит|это означает|такое это) (такое|значит|)",),
        telling=("(сказал|сказали|упомянул|упомянули|про|о|об|использовать|используем|слышу|слышал|называется)",),
        pointing="это оно он она они мы вы я ты что",
    ),
    LanguageTag("tr"): Forms(
        asking=(
            "_ (nedir|ne|ne demek|ne demektir|ne anlama gelir|ne anlama geliyor|ne oluyor|nelerdir|ne ise yarar|ne işe yarar)",
            "_ (anlamı|anlamı nedir|anlamı ne|tanımı|tanımı nedir|kavramı nedir|ne demek oluyor|nasıl çalışır)",
            "_ (açıkla|açıklar mısın|açıklayın|anlat|anlatır mısın|tanımla|ne demek bilen var mı|nedir bilen var mı)",
            "(nedir|ne demek|tanımla|açıkla) _",
        ),
        aside=("(merhaba|selam|pardon|arkadaşlar|lütfen|acaba) _", "_ (lütfen|acaba|teşekkürler|tam olarak)"),
        following=("_ (bu|o|) (nedir|ne demek|ne)",),
        telling=("(hakkında|adlı)",),
        articles="bir",
        pointing="bu o şu bunlar ne",
    ),
    LanguageTag("vi"): Forms(
        asking=(
            "_ (là gì|nghĩa là gì|có nghĩa là gì|là cái gì|là sao|nghĩa là sao|là j|nghĩa gì|là như thế nào|dùng để làm gì)",
            "(định nghĩa|giải thích|ý nghĩa của|ý nghĩa|thế nào là|khái niệm|nghĩa của|nghĩa của từ|hãy giải thích|cho tôi biết) _",
            "(giải thích|cho tôi biết|ai biết|bạn có biết) _ (là gì|nghĩa là gì|giúp tôi|với|không)",
        ),
        aside=(
            "(xin chào|chào|cho hỏi|cho mình hỏi|xin hỏi|mọi người ơi|xin lỗi) _",
            "_ (vậy|thế|ạ|nhỉ|với|cảm ơn|hả)",
        ),
        following=("_ (đó|nó|cái đó|) (là gì|nghĩa là gì)",),
        telling=("(nói về|nhắc đến|dùng|sử dụng|gọi là)",),
        pointing="đó nó này kia",
    ),
    LanguageTag("id"): Forms(
        asking=(
            "apa (itu|arti|artinya|arti dari|maksud|maksudnya|maksud dari|pengertian|definisi|yang dimaksud dengan|sih|fungsi) _",
            "apakah (itu|arti|yang dimaksud dengan) _",
            "_ (itu apa|artinya apa|adalah apa|apa artinya|artinya|apa itu|apa maksudnya|apaan|apa sih|maksudnya apa)",
            "(jelaskan|definisi|arti|arti dari|arti kata|pengertian|terangkan|jelasin|definisikan|beritahu saya tentang) (apa itu|) _",
            "(tolong jelaskan|bisa jelaskan|ada yang tahu|ada yang tau|saya tidak mengerti) (apa itu|arti|) _",
        ),
        aside=("(halo|hai|permisi|maaf|tolong|teman teman) _", "_ (ya|dong|terima kasih|makasih|tolong|sih|kak)"),
        following=("_ (itu|) (apa|apa ya|apa itu|artinya apa)",),
        telling=("(bilang|menyebut|tentang|menggunakan|pakai|disebut)",),
        pointing="itu ini dia mereka apa",
    ),
    LanguageTag("hi"): Forms(
        asking=(
            "_ (क्या है|क्या होता है|क्या होती है|क्या हैं|का मतलब|का मतलब क्या है|का अर्थ|का अर्थ क्या है|की परिभाषा|kya hai|ka matlab)",
            "(समझाओ|परिभाषा|बताओ) _",
        ),
    ),
    LanguageTag("ar"): Forms(
        asking=("(ما|ماذا|شو|ايش) (هو|هي|معنى|يعني|تعني|المقصود ب|هو معنى) _", "(اشرح|عرف|تعريف|معنى) _"),
        pointing="هذا هذه ذلك",
    ),
    LanguageTag("nl"): Forms(
        asking=(
            "wat (is|zijn|betekent|betekenen|bedoelt men met) _",
            "(definieer|betekenis van|leg uit) _",
            "_ betekenis",
        ),
        articles="de het een",
        pointing="dat dit het",
    ),
    LanguageTag("uk"): Forms(
        asking=("що (таке|це|означає|це таке) _", "(поясни|поясніть|визначення) _", "_ (це що|що це)"), pointing="це"
    ),
    LanguageTag("pl"): Forms(
        asking=("co (to|to jest|znaczy|to znaczy|oznacza) _", "(zdefiniuj|wyjaśnij|definicja) _", "_ co to"),
        pointing="to",
    ),
    LanguageTag("sv"): Forms(
        asking=("vad (är|betyder|menas med) _", "(definiera|förklara) _"), articles="en ett", pointing="det den"
    ),
}

GLUED: Final[dict[LanguageTag, Forms]] = {
    KO: Forms(
        asking=(
            # "what is it": every spelling of 뭐, with the endings of every level of politeness.
            "_(뭐|머|모|뭐|무엇|뭣|무어|먼)(야|예요|에요|이에요|여요|에여|에염|예염|죠|지|지요|니|냐|임|인가요|인가|일까요|일까|입니까|인지요|이죠|이지|이야|이냐|용|야요|이가|고|더라|드라|래|ㅇㅑ|랴)",
            "_(뭐|머|모)",
            "_(뭔|먼|몬|무슨)(가요|가|지|데|데요|지요|말|뜻|소리|말이야|말인가요|말이죠|말이에요|말임|뜻이야|뜻이죠|뜻이에요|뜻이예요|뜻인가요|뜻임|뜻이지|뜻인지|뜻이냐|뜻인데|뜻일까요|뜻입니까|의미|의미야|의미예요|의미에요|의미인가요|의미죠|소리야|소리예요|소린지|얘기야|개념이야|개념인가요|개념이죠)",
            "_(뭔지|뭔가|무엇인지|무슨뜻인지|무슨말인지|뭐하는건지|어떤건지|의미|뜻|)(아시는분|아는분|아는사람|설명해주실분|알려주실분)(|있나요|있어요|있을까요|있어|계신가요|계세요|계실까요|계십니까|손)",
            "_(뭔지|뭔가|무엇인지|무슨뜻인지|무슨말인지|뭐하는건지|어떤건지|의미|뜻)(알아|알아요|아세요|아시나요|아나요|모르겠어|모르겠어요|모르겠네요|모르겠는데|몰라|몰라요|궁금해|궁금해요|궁금합니다|알려줘|알려주세요|설명해줘|설명해주세요|알수있을까요|알고싶어|알고싶어요|알고싶습니다)",
            "_(뜻|의미|정의|개념|설명)(|이|가|은|는|이뭐야|가뭐야|뭐야|이뭐예요|이뭐에요|가뭐예요|가뭐에요|이뭐죠|가뭐죠|이뭔가요|가뭔가요|은뭐야|은뭔가요|는뭐야|이뭐임|뭐임|뭐예요|뭐에요|뭐죠|이모야|이머야|이무엇인가요|가무엇인가요|이무엇입니까|이궁금해요|이궁금합니다|좀|쫌|점|요|알려줘|좀알려줘|을알려줘|를알려줘|알려주세요|좀알려주세요|을알려주세요|해줘|해주세요|해주실분|해줄래|해줄수있어|해주라|해라|해봐|좀해줘|좀해주세요|부탁|부탁해|부탁해요|부탁드려요|부탁드립니다|부탁합니다|찾아줘|검색)",
            "_(에대해|에대해서|에관해|에관해서|에대한|이뭔지|가뭔지|뭔지|좀|을|를|의뜻|의의미|)(알려줘|알려줘요|알려주세요|알려주실래요|알려달라|알려주라|알려주실분|알려줄래|알려주십시오|가르쳐줘|가르쳐주세요|갈켜줘|갈쳐줘|알랴줘|설명해줘|설명해주세요|설명좀|설명좀해줘|설명부탁드려요|설명부탁드립니다|설명해주실분|말해줘|찾아줘|검색해줘|정의해줘|풀이해줘|궁금해|궁금해요|궁금합니다)",
            "_(이란|란|이라는게|라는게|이라는것은|라는것은|이라는건|라는건|이라함은|라함은)",
            "_(이란|란|이라는게|라는게|이라는건|라는건)(뭐|뭐야|뭐예요|뭐에요|뭐죠|뭐지|뭔가요|뭔지|무엇|무엇인가|무엇인가요|무엇입니까|무엇일까|무엇일까요|무엇이죠|무슨뜻|무슨뜻이야|무슨뜻이죠|무슨뜻인가요|뭘까|뭘까요|뭐임|도대체뭐야)",
            "_(어떤|무슨|뭐)(거야|건가요|건지|거예요|거에요|거죠|것인가요|의미인가요|의미예요|의미죠|의미야|뜻인가요|뜻이죠|뜻이야|뜻이에요|하는거야|하는건가요|하는거예요|하는거죠|하는건지|말인가요)",
            "_(누가설명좀|알아|아세요|아시나요|들어봤어|들어보셨나요)",
        ),
        aside=(
            "(저기|저기요|혹시|근데|그런데|안녕하세요|안녕|죄송한데|죄송하지만|질문있어요|질문|질문이요|질문인데요|질문드립니다|저|음|아|그럼|그래서|궁금한게|궁금한데|다들|누가|여러분|도대체|대체|정확히)_",
            "_(요|좀|ㅋ|ㅋㅋ|ㅋㅋㅋ|ㅎㅎ|ㅠㅠ|ㅜㅜ|도대체|대체|정확히|정확하게|혹시|그래서|근데|부탁드려요|부탁드립니다|감사합니다|간단히|간단하게|쉽게|자세히|다시)",
            "_(이라는용어|라는용어|이라는단어|라는단어|이라는말|라는말|이라는개념|라는개념|이라는표현|라는표현|이라는약어|라는약어)(|은|는|이|가|의|을|를|에)",
        ),
        following=("_(그게|그건|그거|이게|이건|이거|저게|그것이|그것은|이것이|이것은)",),
        pointing="이게 그게 저게 이거 그거 저거 이건 그건 이것 그것 저것 이 그 저 여기 거기 뭐 나 너 우리 누구 왜 지금 오늘 점심 거 것 게 무슨 어떤 이름 이름이",
    ),
    LanguageTag("ja"): Forms(
        asking=(
            "_(とは|って|というのは|ってのは|は)(何|なに|なん|何か|なんぞ|何ぞや|何者|何でしょう|何でしょうか|何ですか|なんですか|なんでしょうか|なんだ|何だ|何だろう|何のこと|何のことですか|何？|どういう意味|どういう意味ですか|どんな意味|どんな意味ですか|何の略|何の略ですか|何を意味しますか|どういうこと|どういうことですか)",
            "_とは",
            "_(の|って)(意味|意味は|意味は何|意味は何ですか|意味とは|意味を教えて|意味を教えてください|意味がわからない|意味がわかりません|定義|定義は|定義は何ですか|定義を教えて|説明|説明をお願いします|説明して|説明してください|略)",
            "_(を|について|のこと|とは何か|が何か|の意味を|)(教えて|教えてください|教えて下さい|おしえて|説明して|説明してください|説明して下さい|定義して|定義してください|知りたい|知りたいです|調べて)",
            "_(の意味|意味)",
            "_(何|なに|何ですか|なんですか)",
        ),
        aside=(
            "(すみません|すいません|あの|ちなみに|こんにちは|ところで|誰か|どなたか)_",
            "_(という言葉|という用語|という単語|ということば)(|は|の|が|を)",
            "_(か|ですか|よろしく|よろしくお願いします|お願いします|ください)",
        ),
        pointing="これ それ あれ この その ここ 何",
    ),
    LanguageTag("zh-Hans"): Forms(
        asking=(
            "(什么是|什么叫|什么叫做|啥是|啥叫|何谓|何为|解释|解释一下|解释下|说明|说明一下|定义|告诉我什么是|谁知道什么是|介绍一下|介绍下|请解释|请解释一下|请说明|请问什么是|谁能解释一下|有人知道|有谁知道|不懂|不知道什么是)_",
            "_(是什么|是啥|是什么意思|是啥意思|什么意思|啥意思|是什么东西|是什么鬼|是干什么的|是做什么的|是干嘛的|是何意|是指什么|指什么|指的是什么|的意思|的意思是什么|的意思是|的定义|的定义是什么|的定义是|的含义|的含义是什么|怎么理解|怎么解释|表示什么|代表什么|有什么用|是什么概念|的概念)",
            "(解释|解释一下|谁能解释一下|有人知道|有谁知道|谁知道|告诉我)_(是什么|是什么意思|是啥|的意思|的含义)",
        ),
        aside=(
            "(请问|请教|问一下|请问一下|你好|大家好|想问一下|那个|谁能|谁知道)_",
            "_(呢|啊|呀|吗|么|嘛|谢谢|来着|到底|究竟)",
        ),
        pointing="这 那 这个 那个 它 他 她 你 我",
    ),
    LanguageTag("zh-Hant"): Forms(
        asking=(
            "(什麼是|什麼叫|什麼叫做|甚麼是|啥是|何謂|解釋|解釋一下|解釋下|說明|說明一下|定義|告訴我什麼是|請解釋|請解釋一下|請說明|請問什麼是|誰能解釋一下|有人知道)_",
            "_(是什麼|是啥|是什麼意思|是甚麼|是甚麼意思|什麼意思|是什麼東西|是做什麼的|是指什麼|指的是什麼|的意思|的意思是什麼|的定義|的定義是什麼|的含義|怎麼理解|代表什麼|有什麼用)",
            "(解釋|解釋一下|有人知道|誰知道|告訴我)_(是什麼|是什麼意思|的意思|的含義)",
        ),
        aside=("(請問|請教|問一下|你好|大家好|想問一下|那個)_", "_(呢|啊|呀|嗎|嘛|謝謝|到底|究竟)"),
        pointing="這 那 這個 那個 它 他 她 你 我",
    ),
}

LANGUAGE_NAMES: Final = {
    "ko": "korean 한국어 한글 국문 우리말 coreano koreanisch coreen корейском 韓国語 韩语 韓語 韓文 韩文 korece korea hàn",
    "en": "english 영어 영문 ingles englisch anglais inglese английском 英語 英语 英文 ingilizce inggris anh",
    "ja": "japanese 일본어 일어 japones japanisch japonais giapponese японском 日本語 日语 日語 日文 japonca jepang nhật",
    "zh": "chinese mandarin 중국어 중문 chino chines chinesisch chinois cinese китайском 中国語 中文 汉语 漢語 çince mandarin trung",
    "es": "spanish 스페인어 español espanhol spanisch espagnol spagnolo испанском スペイン語 西班牙语 ispanyolca spanyol castellano",
    "pt": "portuguese 포르투갈어 portugues portugiesisch portugais portoghese португальском ポルトガル語 葡萄牙语 portekizce portugis",
    "fr": "french 프랑스어 불어 frances französisch français francese французском フランス語 法语 法文 fransızca prancis pháp",
    "de": "german 독일어 독어 aleman alemao deutsch allemand tedesco немецком ドイツ語 德语 德文 almanca jerman đức",
    "it": "italian 이탈리아어 italiano italienisch italien итальянском イタリア語 意大利语 italyanca",
    "ru": "russian 러시아어 노어 ruso russo russisch russe русском ロシア語 俄语 俄文 rusça rusia nga",
    "tr": "turkish 터키어 튀르키예어 turco türkisch turc турецком トルコ語 土耳其语 türkçe turki",
    "vi": "vietnamese 베트남어 vietnamita vietnamesisch vietnamien вьетнамском ベトナム語 越南语 vietnamca việt vietnam",
    "id": "indonesian 인도네시아어 indonesio indonesisch indonesien индонезийском インドネシア語 印尼语 endonezce indonesia",
    "hi": "hindi 힌디어 हिन्दी हिंदी",
    "ar": "arabic 아랍어 arabe arabisch العربية عربي",
    "nl": "dutch 네덜란드어 nederlands",
    "uk": "ukrainian 우크라이나어 українською",
    "pl": "polish 폴란드어 polsku",
    "sv": "swedish 스웨덴어 svenska",
}
"""What languages are called, in the languages above."""

LANGUAGE_ADVERBS: Final = {
    "ru": "по-русски", "en": "по-английски", "ko": "по-корейски", "de": "по-немецки", "es": "по-испански", "fr": "по-французски", "uk": "по-українськи",
}  # fmt: skip
"""Words that say "in that language" by themselves."""

BEFORE_A_LANGUAGE: Final = "in into to auf en em no in het på po по на bằng tiếng dalam bahasa ke the بال"
"""Words that lead to the name of a language, in languages that write spaces."""

AFTER_A_LANGUAGE: Final = "로 로는 으로 말로 버전 で では でいうと"
"""What is joined to the name of a language, in languages that join."""
