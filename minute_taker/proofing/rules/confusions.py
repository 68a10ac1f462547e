"""The words that are taken for others, as data: what stands there, what is meant, and where.

The context of an entry is the words just before and just after, each as alternatives of a
regular expression. An entry has context enough not to speak on clean minutes.
"""

from __future__ import annotations

import re

from msgspec import Struct


class Confusion(Struct, frozen=True):
    """One word that stands for another where the words beside it are as given.

    ``before`` and ``after`` must stand there where they are given, ``not_before`` and
    ``not_after`` must not.
    """

    found: str
    right: str
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None

    def speaks(self, before: str, after: str) -> bool:
        """Whether the words before and after are those that the entry is about."""
        return (
            (self.before is None or self.before.search(before) is not None)
            and (self.after is None or self.after.match(after) is not None)
            and not (self.not_before is not None and self.not_before.search(before))
            and not (self.not_after is not None and self.not_after.match(after))
        )


def _c(
    found: str,
    right: str,
    before: str = "",
    after: str = "",
    not_before: str = "",
    not_after: str = "",
) -> Confusion:
    def ending(words: str) -> re.Pattern[str] | None:
        return re.compile(rf"(?<![\w’'-])(?:{words})\s$", re.IGNORECASE) if words else None

    def starting(words: str) -> re.Pattern[str] | None:
        return re.compile(rf"\s(?:{words})(?![\w’'])", re.IGNORECASE) if words else None

    return Confusion(found, right, ending(before), starting(after), ending(not_before),
                     starting(not_after))  # fmt: skip


_MODAL = "would|could|should|might|must|may|can|will|not|to"
_PREPOSITION = "of|in|to|on|for|by|at|from|with|into|through|over|under|within|across"
_OWNED = (
    "policy|policies|strategy|budget|own|website|position|views?|response|constitution|"
    "priorities|plans?|role|procedures?|services?|powers?|duty|duties|resources|finances|"
    "financial|approach|commitment|objectives|ability|legal|planning|housing|corporate|"
    "recommendations?|work programme|attention|approval|remit|terms|draft|current|new"
)
_ARTICLE = "the|a|an|this|that|these|those|their|its|any|all|each|every"

CONFUSIONS: tuple[Confusion, ...] = (
    _c("pubic", "public", not_after="hair|bone"),
    _c("there", "their", before=f"{_PREPOSITION}|and|expressed|gave|given|outlined|presented|share|"
       "shared|made|discussed|thanked (?:him|her|them|officers) for",
       after="own|respective|views|comments|concerns|support|work|hard|homes?|parents|families|"
       "children|contributions?|wards?|roles?|properties|staff|presentation|attendance|needs|"
       "reports?|questions|recommendations?|budgets?|time|efforts|help|area|local|services?|"
       "decision|proposals?|communities|community"),
    _c("there", "their", before="of|with|for|by|thanked them for",
       after="[a-z]+(?:ion|ions|ment|ments|ings)"),
    _c("their", "there", after="was|were|had been|would be|is|are|has been|have been|could be|"
       "should be|might be|may be|being|appeared|remained|would also be|would not be|was not"),
    _c("it's", "its", after="own|budget|meetings?|report|members|work|aims?|purpose|current|"
       "recommendations?|objectives|decision|powers|duty|duties|original|annual|first|last|next|"
       "previous|role|remit|impact|findings|services|staff|residents|use|position|terms|part|"
       "priorities|strategy|policy|policies|website|consideration|views?|response|approach|"
       "schools|partners|plans?|proposals?|support|commitment|resources|performance|"
       "effectiveness|constitution|finances|existing|present|consultation"),
    _c("its", "it's", before="that|as|and|because|,|but", after="a|an|not|been|the case|going to|"
       "likely that|essential (?:that|to)|difficult to"),
    _c("weather", "whether", after="or not|the|a|an|this|these|there|any|it|they|he|she|officers|"
       "members|residents|further|additional|councillors?|all|funding|schools|such|to"),
    _c("weather", "whether", before="asked|queried|enquired|questioned|clarify|consider|confirm|"
       "determine|establish|regarding|as to"),
    _c("whether", "weather", after="conditions|forecasts?|permitting|station|"
       "resilience|emergency|emergencies"),
    _c("whether", "weather", before="bad|wet|hot|cold|poor|dry|inclement|adverse|winter|severe|"
       "extreme|warm"),
    _c("lead", "led", before="had|has|was|were|been|have|which had",
       after="to|by|the|on|a|an|into|up"),
    _c("lead", "led", before="school|community|council|officer|police|resident|member|partner",
       after="by"),
    _c("led", "lead", before="would|could|should|might|must|may|to|Labour|Conservative|Group",
       after="to|the|on|officer|member|member\\)|councillor|by example|authority|a"),
    _c("license", "licence", before="the|a|an|no|premises|alcohol|driving|drivers?|this|that|new|"
       "current|existing|entertainment|gambling|taxi|vehicle|operators?|club|personal|his|her|"
       "their|its|street|temporary|pavement|full|of|annual|hmo|review|vary|revoke|suspend|trading"),
    _c("license", "licence", after="holders?|applications?|conditions?|fees?|review|plates?|was|"
       "were|had|would|number"),
    _c("licenses", "licences", not_after="the|a|an|its|them|premises|drivers"),
    _c("licence", "license", before=_MODAL, after="the|a|an|premises|such|these|all|any|this|those|"
       "drivers|operators|private|vehicles"),
    _c("licenced", "licensed"),
    _c("licencing", "licensing"),
    _c("practise", "practice", before="best|good|the|a|this|current|common|normal|usual|general|"
       "medical|gp|in|new|safe|existing|working|past|of|established|standard|poor|into|such|"
       "recommended|professional|social work|bad|previous",
       not_after="the|their|what|a|law|medicine"),
    _c("practises", "practices", before=f"{_ARTICLE}|best|good|working|current|gp|existing|safe|"
       "employment|and|of|medical|recruitment"),
    _c("practice", "practise", before="to|would|could|should|must|they|who|can",
       after="medicine|law|their|what|it|safely|as a"),
    _c("practiced", "practised"),
    _c("practicing", "practising"),
    _c("program", "programme", not_before="computer|software|this", not_after="code|files?|error"),
    _c("programs", "programmes", before=f"{_ARTICLE}|of|and|training|work|capital|several|two|"
       "three|support|new|such|education|funding|improvement|youth|community"),
    _c("programed", "programmed"),
    _c("principal", "principle", before="in|of|the|agreed in|on", after="of|that|and|behind|"
       "agreement|agreed|to"),
    _c("principals", "principles", after="of|that|behind|underlying|underpinning|set|in the|and"),
    _c("principals", "principles", before="guiding|key|basic|general|design|planning|these|core|"
       "main|good"),
    _c("principle", "principal", after="officer|planning|planner|engineer|solicitor|surveyor|"
       "advis[eo]r|accountant|lawyer|ecologist|contractor|roads?|reasons?|social|environmental|"
       "licensing|auditor|author|residence|elevation|beneficiary|transport|democratic|committee|"
       "housing|aims?|concerns?|route|routes|town|use"),
    _c("councils", "Council's", before="the|this", after=_OWNED,
       not_before="all the|both the|between the|of the two"),
    _c("boroughs", "Borough's", before="the|this", after="schools|residents|libraries|parks|"
       "children|streets|roads|young|population|open|green|housing|town|most|own|air"),
    _c("committees", "Committee's", before="the|this",
       after="own|work programme|remit|attention|terms of reference|recommendations?|views|"
          "consideration"),
    _c("of", "have", before="would|could|should|must|might|may|wouldn't|couldn't|shouldn't|not",
       after="been|had|to|[a-z]+ed|made|given|taken|done|gone|come|seen", not_before="not"),
    _c("affect", "effect", before="the|an|any|no|adverse|positive|negative|detrimental|in|into|"
       "significant|little|knock-on|cumulative|harmful|have|its|their|take|immediate|whose",
       not_after="the|those|residents|neighbouring|them"),
    _c("affects", "effects", before="the|adverse|positive|negative|harmful|cumulative|any|"
       "side|its"),
    _c("effect", "affect", before="adversely|negatively|directly|would|could|might|may|not|"
       "significantly|will|can|to|detrimentally|seriously|unduly",
       not_after="of|on|that|change|changes|an? |improvements?|a|from|this"),
    _c("effected", "affected", before="was|were|been|be|not|adversely|badly|most|directly|those|"
       "negatively|worst|residents|families|properties|areas|people|particularly|are|is",
       after="by|the|residents|and"),
    _c("loose", "lose", before="to|would|could|not|might|will|may|also", not_after="ones|[a-z]+s"),
    _c("loosing", "losing"),
    _c("then", "than", before="more|less|rather|other|greater|fewer|higher|lower|better|worse|"
       "larger|smaller|earlier|later|longer|sooner|quicker|cheaper|easier|further|faster|bigger|"
       "stronger|shorter|older|younger|wider|different|no later"),
    _c("than", "then", before="and|was|were|had|would|could|the (?:chairman|chair|committee)",
       after="[a-z]+ed|be|been|moved|put|proposed|invited|went|took|gave|asked|taken|given|"
          "went on"),
    _c("complimentary", "complementary", after="to the|to|measures|services|policies|work",
       not_before="very|highly|was|were|been"),
    _c("stationary", "stationery", after="cupboard|costs|order|supplies|budget"),
    _c("formally", "formerly", after="known as|called|the site of|part of|owned|occupied|a"),
    _c("councilor", "Councillor"),
    _c("councilors", "Councillors"),
    _c("counsellor", "Councillor", after="[A-Z][a-z]+ (?:declared|left|joined|asked|moved|said)"),
    _c("where", "were", before="members|councillors|officers|residents|there|they|apologies|these|"
       "comments|concerns|applications|recommendations|schools|we|questions|who|which|minutes|"
       "parents|children|staff|plans|services|works|figures",
       after="noted|agreed|received|approved|no|not|asked|informed|advised|considered|invited|"
       "given|made|also|being|to|in|currently|several|many|two|three|four|a|an|[a-z]+ed|taken|"
       "still|already|now|any|set|put|unable|able|aware|concerned"),
    _c("were", "where", before="and|,", after="appropriate|possible|practicable"),
    _c("were", "where", before="area|areas|cases|place|places|,|only|except|circumstances|"
       "location|instances|anywhere|everywhere|situations|sites",
       after="appropriate|possible|necessary|practicable|the|there|it|they|residents|a|required"),
    _c("where", "were", before="would|if (?:it|they)"),
    _c("was", "as", before="such|as well|as far|as soon|known|described|so long|as long",
       after="a|the|part|an|possible"),
    _c("quite", "quiet", after="zones?|streets?|lanes?|areas? for"),
    _c("advise", "advice", before="the|legal|further|any|this|expert|professional|specialist|"
       "officer|sought|obtain|provided|gave|received?|seek|giving|independent|technical|financial|"
       "give|their|his|her|of|on|for|take|taking|took|with|some|and|provide|offer|"
       "offered|written|appropriate|impartial",
       not_after="the|members|residents|that|applicants|them|on whether|cabinet|council"),
    _c("advice", "advise", before="to|would|could|should|must|and to|please|not",
       after="the|that|members|residents|officers|on|them|cabinet|council|applicants|him|her|"
          "people",
       not_before="access to|according to|addition to|regard to|response to"),
    _c("lightening", "lighting", after="columns?|scheme|units?|engineer"),
    _c("asses", "assess"),
    _c("manger", "manager", not_before="a|the"),
    _c("sort", "sought", before="had|was|were|been|members|officers|council|committee|and|also|be",
       after="approval|clarification|assurances?|legal|advice|permission|views|confirmation|to|"
       "reassurances?|from|further|an|the"),
    _c("bought", "brought", after="forward|back|to the|before|together|into line|up|in line"),
    _c("brought", "bought", before="had|be|been|was|were", after="from (?:a|the) (?:shop|supplier)|"
       "with the grant|at auction"),
    _c("brake", "break", after="down|even|clause|in the|between"),
    _c("ensue", "ensure", after="that|the|all|a|these|this|compliance|there"),
    _c("insure", "ensure", after="that"),
    _c("defiantly", "definitely"),
    _c("minuets", "minutes"),
    _c("minuet", "minute"),
    _c("polices", "policies", before=f"{_ARTICLE}|and|of|planning|local plan|new|relevant|housing"),
    _c("trail", "trial", after="period|basis|run|scheme"),
    _c("causal", "casual", after="vacancy|vacancies|workers?|staff"),
    _c("role", "roll", after="out|call vote"),
    _c("passed", "past", before="the|this", after="years?|few|months?|decades?|\\w+ years|weeks?"),
    _c("past", "passed", before="was|were|been|be|had", after="to|by|unanimously|on to"),
    _c("to", "too", before="was|were|been|far|be|is|are|had", after="many|much|few|late|high|small|"
       "large|expensive|long|often|early|little|low|big|slow"),
    _c("too", "to", after="the|be|ensure|provide|consider|note|make|have|support|approve|agree|it"),
    _c("fro", "for", not_before="to and"),
    _c("he", "the", before=_PREPOSITION, after="[a-z]+", not_after="and|himself|who|had|was|would"),
    _c("an", "and", after="the|that|was|were|would|had|to|of|for|with|it|their|his|her|not|"
       "councillors?|members|officers|residents"),
    _c("form", "from", before="feedback|responses?|reports?|requests?|questions?|complaints?|"
       "referrals?|evidence|information|funding|support|comments?|letters?|emails?|petitions?|"
       "applications?|surveys?|nominations?|registrations?|enquiries|objections?|monitoring",
       after="residents|members|officers|councillors?|schools|parents|local|the public|staff|"
       "tenants|businesses|those|people|government|neighbours|applicants|users|patients"),
    _c("bee", "been", before="had|have|has|having|not|also|already|recently|never"),
    _c("bee", "be", before="would|could|should|to|might|may|must|will|not|also|can"),
    _c("wit", "with", after=f"{_ARTICLE}|regard|local|residents|no|other|members|officers"),
    _c("thee", "the"),
    _c("thorough", "through", after="the|its|which|their|an|this"),
    _c("through", "thorough", before="a|very|more", after="review|investigation|discussion|report|"
       "assessment|examination|consultation|process"),
    _c("though", "through", before="put|gone|go|went|goes|carried|come|came|passed|work|worked|"
       "working|driving|delivered|provided|made|funded|traffic|available|secured"),
    _c("thought", "though", before="even|as", after="the|it|there|this|they"),
    _c("thought", "through", before="put|gone|go|went|carried|came|delivered|provided|funded",
       after="the|a|an|this|their|its"),
    _c("ant", "any", before="if|of|on|had|were|was|not|for|by|with|without|there (?:was|were)"),
    _c("bu", "by"),
    _c("nit", "not", before="was|were|did|had|would|could|should|is|are|has|have"),
    _c("hat", "that", before="noted|agreed|said|explained|stated|confirmed|advised|reported|asked|"
       "resolved|added|felt|recommended|suggested|requested|commented|so|and|to|of|was"),
    _c("thank", "than", before="more|less|rather|fewer|other|later|greater"),
    _c("them", "then", before="was|were|and", after="moved|asked|put|invited|proposed|agreed"),
    _c("they", "the", before=_PREPOSITION, after="council|committee|borough|meeting|report|"
       "chairman|chair|new|budget|public|service|first|next|local|proposed"),
    _c("then", "the", before=_PREPOSITION, after="council|committee|borough|meeting|report|"
       "chairman|chair|new|budget|public|service|first|next|local|proposed"),
    _c("though", "thought", before="was|were|it was|been|officers|members|be|he|she|they",
       after="that|to|it|the|this"),
    _c("though", "thought", before="had|further|some|more|much", after="been|to|that|of"),
    _c("polling", "pooling", after="of (?:budgets|resources)|budgets|resources"),
    _c("untied", "united"),
    _c("unit", "until", after="the (?:end|next|meeting|start|new)|after|a later|further|such"),
    _c("singed", "signed"),
    _c("sited", "cited", after="(?:as|concerns|the lack|examples|"
       "evidence)", before="councillor \\w+|"
       "he|she|they|members|residents|objectors|was|were"),
    _c("discrete", "discreet", after="inquiries|enquiries|manner|way"),
    _c("current", "currant", after="bun|buns"),
    _c("patients", "patience", before="for their|thanked \\w+ for (?:his|her|their)"),
    _c("compliment", "complement", before="to|would|could|not", after="existing|the existing|"
       "the work|services|other|and support"),
    _c("moral", "morale", before="staff|low|team|improve|improving|raise|boost|officer|poor"),
    _c("personal", "personnel", after="department|files|committee|matters relating"),
    _c("curb", "kerb", after="line|lines|height|stones?|side"),
    _c("kerb", "curb", before="to", after="spending|the growth|anti-social|speeding|the use"),
    _c("story", "storey", before="(?:one|two|three|four|five|six|single|multi|double|half)|"
       "(?:one|two|three|four|five|six|single|multi|double|half|ten|\\d)-?"),
    _c("principal", "principle", before="in", after="the|members|for|but"),
    _c("elude", "allude", after="to"),
    _c("precedence", "precedent", before="set a|a|setting a|dangerous|create a"),
    _c("alter", "altar", after="of the church|in the church"),
    _c("born", "borne", before="be|cost|costs|were|was|cost was", after="by|in mind"),
    _c("breech", "breach"),
    _c("breeches", "breaches", before="of|any|the|data|planning|alleged|further|no|such"),
    _c("site", "sight", before="lose|lost|in plain", after="of"),
    _c("sight", "site", before="the|on|a|this|development|application",
       after="visit|visits|plan|manager|notice|was located|would be"),
    _c("tail", "tale", before="cautionary"),
    _c("wave", "waive", before="to|would|could|and", after="call-in|the|standing|fees|charges|"
       "any|its"),
    _c("waved", "waived", before="be|been|was|were", after="by|for|in|and|to"),
    _c("councillor", "counsellor", before="school|bereavement|debt|drugs?|student|grief|trained",
       not_before="the|former"),
    _c("statue", "statute", before="by|the|in|relevant", after="of limitations|book|required"),
    _c("statues", "status", before="the|current|legal|planning|its"),
    _c("sever", "severe", after="weather|shortage|impact|delays|disruption|pressure|pressures"),
    _c("dairy", "diary", before="the|a|in the|officers'|office", after="dates?|of (?:events|"
       "meetings)|"
       "invitation|entries|commitments"),
    _c("hole", "whole", before="the|as a|on the", after="council|borough|process|of the|community|"
       "committee|,|population|family|school"),
    _c("peace", "piece", before="a|this|that|further|large|significant|"
       "each", after="of (?:work|land|"
       "legislation|equipment|information|evidence)"),
    _c("piece", "peace", before="breach of the|breaches of the|peace and|justices of the|"
       "justice of the"),
    _c("waist", "waste", after="collections?|management|strategy|disposal|bins?|services?|and"),
    _c("waste", "waist", before="his|her|around the", after="height|high"),
    _c("vain", "vein", before="similar|same|this"),
    _c("chose", "choose", before="to|would|could|can|must|will|may|not"),
    _c("choose", "chose", before="had|they had|Members", after="not to|to defer|to refuse|"
       "to approve"),
    _c("crated", "created"),
    _c("form", "from", before="away|apart|different|received|obtained|removed|excluded|suffering|"
       "exempt|arising|derived|resulting|benefit|benefited|transferred|withdrawn|deleted|"
       "apologies|representations?|far|come|came|learned|ranging|absent"),
)  # fmt: skip
