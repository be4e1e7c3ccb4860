"""Verbs whose present or past stem differs from that of the infinitive: a closed class.

All verbs of the first conjugation that are in general use, by the stems of their three basic forms,
and those of the third whose present stem changes. Latviešu valodas gramatika (LU, 2013), the
chapters on the verb; A. Kalnača, I. Lokmane, “Latvian Grammar” (2021), section 3.5.
"""

from typing import NamedTuple


class Stems(NamedTuple):
    infinitive: str
    present: str
    past: str


# Infinitive, present stem, past stem; without prefixes.
_FIRST = """
art ar ar; augt aug aug; aust aust aus; aust auž aud; bart bar bār; beigt beidz beidz; berzt berž
berz; birt birst bir; blīvt blīvst blīv; braukt brauc brauc; brist brien brid; brukt brūk bruk;
brāzt brāž brāz; burt bur būr; bāzt bāž bāz; bēgt bēg bēg; bērt ber bēr; bļaut bļauj bļāv; celt ceļ
cēl; cept cep cep; cirpt cērp cirp; cirst cērt cirt; degt deg deg; diegt diedz diedz; dilt dilst
dil; dimt dimst dim; dot dod dev; drupt drūp drup; drāzt drāž drāz; dubt dubst dub; durt dur dūr;
dzelt dzeļ dzēl; dzert dzer dzēr; dzimt dzimst dzim; dzist dziest dzis; dzēst dzēš dzēs; dzīt dzen
dzin; dīgt dīgst dīg; dīkt dīc dīc; elst elš els; glaust glauž glaud; glābt glābj glāb; graut grauj
grāv; grauzt grauž grauz; grebt grebj greb; griezt griež griez; grimt grimst grim; grābt grābj grāb;
grūst grūž grūd; gurt gurst gur; gūt gūst guv; iet ej gāj; jaukt jauc jauc; jaust jauš jaut; jozt
jož joz; jukt jūk juk; just jūt jut; jāt jāj jāj; jēgt jēdz jēdz; kalst kalst kalt; kalt kaļ kal;
kampt kampj kamp; karst karst kars; kaut kauj kāv; klibt klib klib; kliegt kliedz kliedz; klupt klūp
klup; klust klust klus; klāt klāj klāj; klīst klīst klīd; kniebt kniebj knieb; knābt knābj knāb;
kopt kopj kop; kost kož kod; kraut krauj krāv; krist krīt krit; krupt krūp krup; krāpt krāpj krāp;
krāt krāj krāj; kult kuļ kūl; kurt kur kūr; kust kūst kus; kvept kvēp kvep; kāpt kāpj kāp; kārt kar
kār; kļaut kļauj kļāv; kļūt kļūst kļuv; kūpt kūp kūp; laist laiž laid; lauzt lauž lauz; lemt lemj
lēm; liegt liedz liedz; liekt liec liec; liet lej lēj; likt liek lik; limt limst lim; lipt līp lip;
lobt lobj lob; lēkt lec lēc; līst lien līd; līt līst lij; lūgt lūdz lūdz; lūkt lūk lūk; lūzt lūst
lūz; malt maļ mal; maut mauj māv; melst melš melš; mest met met; miegt miedz miedz; mirkt mirkst
mirk; mirt mirst mir; mist mīt mit; mosties most mod; mukt mūk muk; mākt māc māc; māt māj māj; mērkt
mērc mērc; mīt min min; mīt mīt mit; nest nes nes; niezt niez niez; nirt nirst nir; nākt nāk nāc;
nīkt nīkst nīk; nīst nīst nīd; ost ož od; pampt pampst pamp; pirkt pērk pirk; plaukt plaukst plauk;
plaut plauj plāv; plest pleš plet; plēst plēš plēs; plīst plīst plīs; plūkt plūc plūc; plūst plūst
plūd; prast prot prat; pērt per pēr; pīt pin pin; pļaut pļauj pļāv; pūst pūš pūt; pūt pūst puv; rast
rod rad; raust rauš raus; raut rauj rāv; reibt reibst reib; ribt rib rib; riest rieš ries; rimt
rimst rim; rist rit rit; rist riš ris; rukt rūk ruk; rīt rij rij; salkt salkst salk; salt salst sal;
sarkt sarkst sark; segt sedz sedz; sekt sek sek; siet sien sēj; sirgt sirgst sirg; sirt sir sir;
sist sit sit; skart skar skār; skaust skauž skaud; skaut skauj skāv; skriet skrien skrēj; skumt
skumst skum; skurbt skurbst skurb; skust skuj skuv; skūt skuj skuv; slaukt slauc slauc; sliet slien
slēj; slimt slimst slim; slāpt slāpst slāp; slēgt slēdz slēdz; slēpt slēpj slēp; slīkt slīkst slīk;
smagt smag smag; smakt smok smak; smelt smeļ smēl; smiet smej smēj; snaust snauž snaud; sniegt
sniedz sniedz; snigt snieg snig; spert sper spēr; spiegt spiedz spiedz; spiest spiež spied; spriest
spriež spried; sprukt sprūk spruk; sprāgt sprāgst sprāg; spēt spēj spēj; spļaut spļauj spļāv; steigt
steidz steidz; stiept stiepj stiep; stigt stieg stig; stingt stingst sting; strēbt strebj strēb;
strēgt strēg strēg; stumt stumj stūm; stāt stāj stāj; sukt sūk suk; sust sūt sut; sviest sviež
svied; svilpt svilpj svilp; svērt sver svēr; svīst svīst svīd; sākt sāk sāc; sēkt sēc sēc; sērst
sērs sērs; sēst sēst sēd; sēt sēj sēj; sūkt sūc sūc; tapt top tap; teikt sak teic;
tiept tiepj tiep; tikt tiek tik; traukt trauc trauc; triekt triec triec; trīst trīs trīs; trīt trin
trin; trūkt trūkst trūk; tukt tūk tuk; tvert tver tvēr; tvīkt tvīkst tvīk; tērpt tērpj tērp; tīt tin
tin; urbt urbj urb; velt veļ vēl; vemt vem vēm; vest ved ved; vilkt velk vilk; vilt viļ vīl; virt
verd vir; vākt vāc vāc; vārgt vārgst vārg; vērpt vērpj vērp; vērst vērš vērs; vērt ver vēr; vīst
vīst vīt; vīt vij vij; zagt zog zag; zust zūd zud; zviegt zviedz zviedz; zīst zīž zīd; ēst ēd ēd;
ķert ķer ķēr; ļaut ļauj ļāv; ļimt ļimst ļim; ņemt ņem ņēm; šalkt šalc šalc; šaut šauj šāv; šmaukt
šmauc šmauc; švīkt švīkst švīk; šķelt šķeļ šķēl; šķiest šķiež šķied; šķirt šķir šķīr; šķist šķiet
šķit; šķērst šķērž šķērd; šķīst šķīst šķīd; šļūkt šļūc šļūc; šņaukt šņauc šņauc; šņākt šņāc šņāc;
šūt šuj šuv; žaut žauj žāv; žilbt žilbst žilb; žmiegt žmiedz žmiedz; žņaugt žņaudz žņaudz; žūt žūst
žuv
"""
# The third conjugation with a present stem of another consonant: *gulēt – guļu*.
_THIRD = """
braucīt brauk braucīj; cerēt cer cerēj; derēt der derēj; dziedāt dzied dziedāj; dzirdēt dzird
dzirdēj; drīkstēt drīkst drīkstēj; gribēt grib gribēj; gulēt guļ gulēj; kustēt kust kustēj; locīt
lok locīj; mācēt māk mācēj; mācīt māc mācīj; mērīt mēr mērīj; minēt min minēj; palīdzēt palīdz
palīdzēj; peldēt peld peldēj; pelnīt peln pelnīj; raudāt raud raudāj; redzēt redz redzēj; sacīt sak
sacīj; sargāt sarg sargāj; sāpēt sāp sāpēj; sēdēt sēž sēdēj; slaucīt slauk slaucīj; slīdēt slīd
slīdēj; smirdēt smird smirdēj; spīdēt spīd spīdēj; stāvēt stāv stāvēj; strīdēt strīd strīdēj; tecēt
tek tecēj; ticēt tic ticēj; trīcēt trīc trīcēj; trūdēt trūd trūdēj; turēt tur turēj; vajadzēt vajag
vajadzēj; varēt var varēj; zināt zin zināj
"""


def _parse(text: str) -> list[Stems]:
    return [Stems(*entry.split()) for entry in text.split(";")]


FIRST = _parse(_FIRST)
THIRD = _parse(_THIRD)
