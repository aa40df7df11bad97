"""How do people ask for a meaning, in languages that write spaces between words? The tables, and nothing else."""

from __future__ import annotations

from typing import Final

from glossary.concept import LanguageTag
from glossary.question_forms import Forms

SPACED: Final[dict[LanguageTag, Forms]] = {
    LanguageTag("en"): Forms(
        asking=(
            "(what|wut|wtf) (is|are|was|were|r|exactly is|exactly are|the hell is|on earth is) _",
            "(whats|wats|wuts|whatis) _",
            "(what|whats) (is|are|was) _ (exactly|again|about|for|used for|supposed to mean|in simple terms|all about)",
            (
                "what (does|do|did|dose) _ (mean|means|stand for|stands for|refer to|do|actually mean|even "
                "mean|really mean)"
            ),
            "(what|whats) _ (mean|means|is|are|stands for|stand for|refers to|does)",
            "(what is|whats|what was|explain|tell me|give me|) (the|) (meaning|definition|def) (of|for) _",
            "(what is|whats) (meant by|the deal with|the point of|the idea behind|the concept of) _",
            (
                "what (do|did|does) (you|they|we|people|he|she|i) mean (by|with|when they say|when you say|"
                "when he says|when she says) _"
            ),
            "what (does|is) the (term|word|acronym|abbreviation|phrase|expression) _ (mean|stand for|)",
            "(define|definition|describe|clarify|explain|explain to me|lookup|look up|meaning|show me|search for) _",
            "(define|describe|explain) _ (to me|for me|to us|briefly|in short|simply)",
            "(explain|define|describe|clarify) the (term|word|acronym|concept of|concept|meaning of|idea of) _",
            "(tell me|tell us) (about|more about|what|) _",
            "_ (meaning|definition|means|explained|def|definition please|means what|is what|meaning please)",
            "how (do|would|should) (you|i|we) (define|explain|describe|understand) _",
            "(is there|do we have) (a|any) (definition|explanation|meaning) (of|for) _",
            "(help me|i want to|trying to|i need to) understand _",
            "how does _ work",
            "what is (this|that) _ thing",
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
            (
                "(hey|hi|hello|yo|ok|okay|so|quick q|um|hmm|sorry|well|oh|btw|guys|folks|team|quick question|qq|dumb "
                "question|excuse me) _"
            ),
            "(hi|hey|hello) (all|there|everyone|everybody|team|guys|folks|bot) _",
            "(can|could|would|will) (someone|somebody|anyone|anybody|you|u|we|i) (please|plz|pls|kindly|help me|) _",
            (
                "(i need|i want|i would like|id like|i wanted|i wanna|just wanted|trying|help me) (to know|"
                "to understand|to ask|) _"
            ),
            "(does anyone|does anybody|do you|did you) (know|remember|understand) _",
            "(im|i am|) not sure (i|if i|) (understand|know|get|follow) _",
            "(just wondering|im wondering|i wonder|was wondering|remind me) _",
            "(what|know|exactly) _",
            (
                "_ (lol|lmao|haha|thanks|thank you|thx|ty|cheers|though|tho|exactly|again|anyway|anyone|"
                "anybody|guys|folks|team|then)"
            ),
            "_ (please and thanks|btw|sorry|is|are|means|mean|stands for|for me|to me|by the way|here)",
            "_ (in|on|at|from|during|within|inside|throughout|for) (the|our|my|this|that|a|these|all|your|their) *",
            "_ (in|on|at|from|during|within|inside|throughout|for) (the|our|my|this|that|a|these|all|your|their) * *",
            "_ (in|on|at|from|during) *",
            (
                "_ (everywhere|lately|recently|today|yesterday|nowadays|these days|a lot|all the time|at "
                "work|in simple terms|all over|again and again)"
            ),
            (
                "_ (in|on) (programming|software|computing|development|tech|slack|discord|meetings|docs|"
                "github|jira|general|it)"
            ),
        ),
        following=(
            (
                "_ (and|but|) (what|wtf) (is|was|are|does|do|did) (it|that|this|they|those) (exactly|mean|"
                "about|then|for|again|do|)"
            ),
            "_ (and|but|) what (does|did|do) (it|that|this|they|those) (mean|means|stand for|refer to) (exactly|)",
            "_ (and|but|) whats (it|that|this) (mean|exactly|about|then|for|again|all about|)",
            "_ (and|but|) (i|i have|ive|) (no|had no) (idea|clue) what (it|that|this|they) (is|are|was|means|meant)",
            (
                "_ (and|but|) (i|im|i am|) (dont know|didnt know|do not know|not sure|dont get|unsure) what "
                "(it|that|this) (is|was|means)"
            ),
            (
                "_ (can|could) (someone|anyone|you|somebody|anybody) (please|) (explain|define|clarify) (it|"
                "that|this|) (to me|)"
            ),
            "_ (any idea|any ideas|any clue) (what|) (it|that|this|) (is|means|)",
            "_ (does|do) (anyone|anybody|someone|you) know what (it|that|this|they) (is|means|are|mean)",
            "_ (what|whats) (do|did|does) (they|he|she|you|people) mean (by that|by this|by it|)",
            "_ (whats that mean|what that mean|what it means|what that means|what it is|what that is|meaning)",
        ),
        telling=(
            (
                "(said|says|say|saying|mentioned|mentions|mention|mentioning|uses|used|use|using|called|"
                "named|wrote|writes|writing)"
            ),
            (
                "(hear|heard|hearing|see|saw|seen|seeing|read|reading|noticed|found|encountered|adopting|"
                "adopt|discussed|discussing)"
            ),
            (
                "(about|came across|come across|coming across|ran into|run into|running into|stumbled upon|"
                "stumbled on|stumbled across)"
            ),
            (
                "(referred to|referring to|refers to|brought up|bring up|introduce|introduced|introducing|"
                "implement|implementing)"
            ),
            (
                "(looking at|look at|looked at|switching to|switch to|moving to|move to|migrating to|migrate "
                "to|working with|working on)"
            ),
            (
                "(talk of|talking of|spoke of|heard of|hear of|keep seeing|keep hearing|try|trying|tried|"
                "deploy|learn|learning)"
            ),
            (
                "(hear about|heard about|hearing about|read about|talking about|talked about|talk about|"
                "asked about|thinking about using)"
            ),
            "(the term|the word|the acronym|the phrase|the concept of|a thing called|something called|term|acronym)",
        ),
        reporting=(
            (
                "_ (came up|comes up|coming up|keeps coming up|was mentioned|is mentioned|got mentioned|gets "
                "mentioned|were mentioned)"
            ),
            (
                "_ (is everywhere|was brought up|appears|appeared|appearing|pops up|popped up|is used|was "
                "used|gets used|shows up)"
            ),
        ),
        articles="a an the some",
        pointing=(
            "it that this these those they he she we you i me my your what who is a an the to of on "
            "in up there here one thing everything something anything everyone someone anyone which"
        ),
        beside=(
            "do does did know knows mean means meant stand stands refer refers about again even exactly really "
            "actually please word words term terms acronym abbreviation phrase expression sentence message"
        ),
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
            (
                "(dijo|dijeron|menciono|mencionaron|dice|usar|usando|sobre|hablan de|hablaron de|hablando de|"
                "llamado|llamada)"
            ),
        ),
        articles="el la los las un una unos unas lo",
        pointing="eso esto esta este ese esa aquello ello tu yo que es quiere",
        beside="palabra termino sigla frase cosa significa son",
    ),
    LanguageTag("pt"): Forms(
        asking=(
            "(o que|oque|oq|que) (e|sao|significa|significam|quer dizer|seria|eh) _",
            "(qual e|qual|me diga|) (o|a|) (significado|definicao|conceito|sentido) (de|do|da|dos|das) _",
            (
                "(defina|definir|define|explique|explica|explicar|descreva|me explica|me explique) (o que e|"
                "o que significa|) _"
            ),
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
        pointing="isso isto este esta esse essa aquilo ele ela que e",
        beside="palavra termo sigla frase coisa significa sao",
    ),
    LanguageTag("fr"): Forms(
        asking=(
            "(cest quoi|kesako|questce) _",
            (
                "(questce) (que|quun|quune|que cest|que cest que|que cest quun|que cest quune|que signifie|"
                "que veut dire) _"
            ),
            "(que|quest) (signifie|veut dire|signifient|veulent dire|designe) _",
            "(quel|quelle) est (le|la) (sens|signification|definition) (de|du|des|dun|dune) _",
            "(la|) (signification|definition) (de|du|des|dun|dune) _",
            "(definir|definis|definissez|explique|expliquer|expliquez|expliquemoi|expliquezmoi|decris) (ce quest|) _",
            (
                "(quelquun|qui) (sait|connait|peut expliquer|peut mexpliquer) (ce que cest que|ce que "
                "signifie|ce que veut dire|ce quest|) _"
            ),
            "(je ne sais pas|je ne comprends pas|je comprends pas) (ce que signifie|ce que veut dire|ce quest|) _",
            "(ca veut dire quoi|quentendon par|a quoi sert) _",
            "_ (cest quoi|ca veut dire quoi|definition|signification|questce que cest|quest ce que cest)",
        ),
        aside=(
            "(bonjour|salut|coucou|dis|dites|pardon|desole|excusezmoi) _",
            (
                "(peuxtu|pouvezvous|tu peux|vous pouvez|estce que quelquun peut) (mexpliquer|expliquer|me "
                "dire|definir) (ce quest|) _"
            ),
            "_ (sil te plait|sil vous plait|svp|stp|merci|exactement)",
        ),
        following=(
            (
                "_ (et|mais|) (cest quoi|questce que cest|ca veut dire quoi|que veut dire ca|cest quoi ca) "
                "(exactement|au juste|)"
            ),
        ),
        telling=("(dit|mentionne|parle de|parlent de|parler de|utilise|utiliser|utilisant|propos de|appele|sur)",),
        articles="le la les un une des du l' d'",
        pointing="ca cela ceci ce cest cet cette il elle que qui quoi tu vous on",
        beside="mot terme sigle phrase chose truc veut dire signifie est",
    ),
    LanguageTag("de"): Forms(
        asking=(
            "(was) (ist|sind|bedeutet|bedeuten|heisst|heissen|meint|war|genau ist|ist denn|ist eigentlich) _",
            "was (versteht man unter|meint man mit|bedeutet der begriff|bedeutet das wort|ist gemeint mit) _",
            "was soll _ (sein|heissen|bedeuten)",
            "(was ist|) (die|) (bedeutung|definition) (von|des|der|eines|einer) _",
            "(definiere|definier|definition|erklare|erklar|erlautere|erklare mir|erklar mir|beschreibe) (bitte|mal|) _",
            "(kann|konnte) (jemand|mir jemand|jemand mir|mir wer) _ (erklaren|definieren|erlautern|sagen)",
            "(kannst|konntest) du (mir|) (bitte|) _ (erklaren|definieren|erlautern)",
            (
                "(weiss jemand|wer weiss|ich weiss nicht|weisst du|keine ahnung|erklar mir|sag mir) was _ "
                "(ist|bedeutet|heisst|sind|meint)"
            ),
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
        pointing="das es dies dieses dieser diese damit er sie wir ich du was ist",
        beside="wort begriff abkurzung satz bedeutet heisst meint denn genau eigentlich",
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
        pointing="questo questa quello quella cio cosa che lui lei",
        beside="parola termine sigla frase significa vuol dire",
    ),
    LanguageTag("ru"): Forms(
        asking=(
            "(что|шо|чё|че) (такое|значит|означает|это|это такое|есть|за) _",
            "(что подразумевается под|что понимается под|как расшифровывается|как понимать|зачем нужен|зачем нужна) _",
            "(определение|значение|дай определение|смысл) _",
            (
                "(объясни|объясните|поясни|поясните|расскажи|расскажите|опиши|скажи|скажите) (мне|) (что "
                "такое|что значит|про|о|об|) _"
            ),
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
        pointing="это этот эта эти оно он она они мы вы я ты что такое значит",
        beside="слово термин означает есть",
    ),
    LanguageTag("tr"): Forms(
        asking=(
            (
                "_ (nedir|ne|ne demek|ne demektir|ne anlama gelir|ne anlama geliyor|ne oluyor|nelerdir|ne "
                "ise yarar|ne işe yarar)"
            ),
            "_ (anlamı|anlamı nedir|anlamı ne|tanımı|tanımı nedir|kavramı nedir|ne demek oluyor|nasıl çalışır)",
            "_ (açıkla|açıklar mısın|açıklayın|anlat|anlatır mısın|tanımla|ne demek bilen var mı|nedir bilen var mı)",
            "(nedir|ne demek|tanımla|açıkla) _",
        ),
        aside=("(merhaba|selam|pardon|arkadaşlar|lütfen|acaba) _", "_ (lütfen|acaba|teşekkürler|tam olarak)"),
        following=("_ (bu|o|) (nedir|ne demek|ne)",),
        telling=("(hakkında|adlı)",),
        articles="bir",
        pointing="bu o şu bunu bunun onun bunlar ne",
        beside="kelime terim demek",
    ),
    LanguageTag("vi"): Forms(
        asking=(
            (
                "_ (là gì|nghĩa là gì|có nghĩa là gì|là cái gì|là sao|nghĩa là sao|là j|nghĩa gì|là như thế "
                "nào|dùng để làm gì)"
            ),
            (
                "(định nghĩa|giải thích|ý nghĩa của|ý nghĩa|thế nào là|khái niệm|nghĩa của|nghĩa của từ|hãy "
                "giải thích|cho tôi biết) _"
            ),
            "(giải thích|cho tôi biết|ai biết|bạn có biết) _ (là gì|nghĩa là gì|giúp tôi|với|không)",
        ),
        aside=(
            "(xin chào|chào|cho hỏi|cho mình hỏi|xin hỏi|mọi người ơi|xin lỗi) _",
            "_ (vậy|thế|ạ|nhỉ|với|cảm ơn|hả)",
        ),
        following=("_ (đó|nó|cái đó|) (là gì|nghĩa là gì)",),
        telling=("(nói về|nhắc đến|dùng|sử dụng|gọi là)",),
        pointing="đó nó này kia đấy ấy",
        beside="cái từ nghĩa điều",
    ),
    LanguageTag("id"): Forms(
        asking=(
            (
                "apa (itu|arti|artinya|arti dari|maksud|maksudnya|maksud dari|pengertian|definisi|yang "
                "dimaksud dengan|sih|fungsi) _"
            ),
            "apakah (itu|arti|yang dimaksud dengan) _",
            "_ (itu apa|artinya apa|adalah apa|apa artinya|artinya|apa itu|apa maksudnya|apaan|apa sih|maksudnya apa)",
            (
                "(jelaskan|definisi|arti|arti dari|arti kata|pengertian|terangkan|jelasin|definisikan|"
                "beritahu saya tentang) (apa itu|) _"
            ),
            "(tolong jelaskan|bisa jelaskan|ada yang tahu|ada yang tau|saya tidak mengerti) (apa itu|arti|) _",
        ),
        aside=("(halo|hai|permisi|maaf|tolong|teman teman) _", "_ (ya|dong|terima kasih|makasih|tolong|sih|kak)"),
        following=("_ (itu|) (apa|apa ya|apa itu|artinya apa)",),
        telling=("(bilang|menyebut|tentang|menggunakan|pakai|disebut)",),
        pointing="itu ini dia mereka apa",
        beside="kata istilah arti artinya maksudnya",
    ),
    LanguageTag("hi"): Forms(
        asking=(
            (
                "_ (क्या है|क्या होता है|क्या होती है|क्या हैं|का मतलब|का मतलब क्या है|का अर्थ|का अर्थ क्या "
                "है|की परिभाषा|kya hai|ka matlab)"
            ),
            "(समझाओ|परिभाषा|बताओ) _",
        ),
        pointing="यह ये वह वो इस उस इसका उसका इसकी उसकी",
        beside="मतलब अर्थ शब्द",
    ),
    LanguageTag("ar"): Forms(
        asking=("(ما|ماذا|شو|ايش) (هو|هي|معنى|يعني|تعني|المقصود ب|هو معنى) _", "(اشرح|عرف|تعريف|معنى) _"),
        pointing="هذا هذه ذلك تلك",
        beside="معنى كلمة الكلمة",
    ),
    LanguageTag("nl"): Forms(
        asking=(
            "wat (is|zijn|betekent|betekenen|bedoelt men met) _",
            "(definieer|betekenis van|leg uit) _",
            "_ betekenis",
        ),
        articles="de het een",
        pointing="dat dit het deze die",
        beside="woord term begrip",
    ),
    LanguageTag("uk"): Forms(
        asking=("що (таке|це|означає|це таке) _", "(поясни|поясніть|визначення) _", "_ (це що|що це)"),
        pointing="це цей ця таке",
        beside="слово термін",
    ),
    LanguageTag("pl"): Forms(
        asking=("co (to|to jest|znaczy|to znaczy|oznacza) _", "(zdefiniuj|wyjaśnij|definicja) _", "_ co to"),
        pointing="to ten ta jest znaczy oznacza",
        beside="słowo termin",
    ),
    LanguageTag("sv"): Forms(
        asking=("vad (är|betyder|menas med) _", "(definiera|förklara) _"),
        articles="en ett",
        pointing="det den detta denna",
        beside="ord ordet termen",
    ),
}
