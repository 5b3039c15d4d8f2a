"""Opening hours as offices in Sweden print them, and what they mean in shorthand (`tests/wording/shorthand.py`)."""

from __future__ import annotations

SWEDISH = """
mån–tors 10–16, fre 10-13 → Mo-Th 10-16; Fr 10-13
måndag till fredag 10.00–16.00 (lunchstängt 12–13) → Mo-Fr 10-12,13-16
måndag-fredag 10-16 → Mo-Fr 10-16
Måndag – fredag: kl. 10.00 – 16.00 → Mo-Fr 10-16
Öppet vardagar 10–16 → Mo-Fr 10-16
vardagar 9-15 → Mo-Fr 09-15
Vardagar kl 10.00-16.00 → Mo-Fr 10-16
helgfria vardagar 10–16 → Mo-Fr 10-16 | PH off
Helgfri vardag kl. 9–15. → Mo-Fr 09-15 | PH off
helgfri måndag–fredag 10-16 → Mo-Fr 10-16 | PH off
Öppettider: mån-fre kl 10-16 → Mo-Fr 10-16
måndag - torsdag 9:00 - 16:00 → Mo-Th 09-16
mån-ons 10–18, tors-fre 10–16 → Mo-We 10-18; Th-Fr 10-16
må-to 10-16, fr 10-15 → Mo-Th 10-16; Fr 10-15
må, ti, to 9-12 → Mo-Tu 09-12; Th 09-12
Må-Fr 10:00-16:00 → Mo-Fr 10-16
tis, tors kl. 10–12 och 13–16 → Tu 10-12,13-16; Th 10-12,13-16
tisdagar och torsdagar 10-12, 13-16 → Tu 10-12,13-16; Th 10-12,13-16
tisdag & torsdag 10–12 samt 13–16 → Tu 10-12,13-16; Th 10-12,13-16
mån, ons och fre 10-14 → Mo 10-14; We 10-14; Fr 10-14
mån/ons/fre 9-12 → Mo 09-12; We 09-12; Fr 09-12
mån+tors 10-15 → Mo 10-15; Th 10-15
mån- och onsdagar 10–12 → Mo 10-12; We 10-12
tis-, ons- och torsdagar kl 10-15 → Tu-Th 10-15
lör- och söndagar stängt → Sa-Su off
onsdagar 10–14 → We 10-14
varje onsdag 10–14 → We 10-14
på onsdagar mellan 10 och 14 → We 10-14
Vi har öppet på onsdagar mellan klockan 10 och 14 → We 10-14
onsdagar från 10 till 14 → We 10-14
måndag t.o.m. torsdag 10–16 → Mo-Th 10-16
måndag tom fredag 10-16 → Mo-Fr 10-16
mån t o m fre 10-16 → Mo-Fr 10-16
måndag till och med fredag 10-16 → Mo-Fr 10-16
från måndag till fredag 10-16 → Mo-Fr 10-16
mån-fre 1000-1600 → Mo-Fr 10-16
mån-fre 0900-1530 → Mo-Fr 09-15:30
mån-fre 9.30-15.45 → Mo-Fr 09:30-15:45
mån-fre 09-15 → Mo-Fr 09-15
mån-fre 08:30–12:00, 13:00–16:30 → Mo-Fr 08:30-12,13-16:30
mån-fre 10.00–12.00/13.00–16.00 → Mo-Fr 10-12,13-16
mån-fre 10-12 13-15 → Mo-Fr 10-12,13-15
10–16 måndag–fredag → Mo-Fr 10-16
kl 10-16 på vardagar → Mo-Fr 10-16
10-16 mån-tors, 10-13 fre → Mo-Th 10-16; Fr 10-13
10–16, måndag–fredag → Mo-Fr 10-16
stängt → Mo-Su off
Stängt. → Mo-Su off
stängt onsdagar → We off
onsdagar stängt → We off
ons: stängt → We off
Stängt lördag och söndag → Sa-Su off
lördag, söndag, stängt → Sa-Su off
lör-sön stängt → Sa-Su off
håller stängt på fredagar → Fr off
stängt onsdagar, mån-tis 10-16 → Mo-Tu 10-16; We off
mån-fre 10–16, ons stängt → Mo-Tu 10-16; We off; Th-Fr 10-16
mån-tis 10-16, ons stängt, tors-fre 10-16 → Mo-Tu 10-16; We off; Th-Fr 10-16
mån stängt tis 10-12 ons stängt → Mo off; Tu 10-12; We off
mån-fre 10–16, stängt lör–sön → Mo-Fr 10-16; Sa-Su off
ej onsdagar → We off
mån-fre 10-16, ej onsdagar → Mo-Tu 10-16; We off; Th-Fr 10-16
vardagar utom onsdag 10–16 → Mo-Tu 10-16; We off; Th-Fr 10-16
alla dagar utom söndag 10–16 → Mo-Sa 10-16; Su off
vardagar 10-16 (ej tisdagar) → Mo 10-16; Tu off; We-Fr 10-16
alla vardagar förutom fredagar 9-15 → Mo-Th 09-15; Fr off
alla dagar 10-16 → Mo-Su 10-16
dagligen 9-18 → Mo-Su 09-18
varje dag 10–14 → Mo-Su 10-14
Alla dagar i veckan 8-20 → Mo-Su 08-20
sju dagar i veckan 10-16 → Mo-Su 10-16
dygnet runt alla dagar → Mo-Su 00-24
måndag-söndag dygnet runt → Mo-Su 00-24
24/7 → Mo-Su 00-24
helger stängt → Sa-Su off
helgen 11-15 → Sa-Su 11-15
mån–fre 10–16, övriga dagar stängt → Mo-Fr 10-16; Sa-Su off
ons 12-17, annars stängt → Mo-Tu off; We 12-17; Th-Su off
tis 10-14, resten av veckan stängt → Mo off; Tu 10-14; We-Su off
mån, tis, tors 10–16. I övrigt stängt → Mo-Tu 10-16; We off; Th 10-16; Fr-Su off
ons 10-18, övriga vardagar 10-16 → Mo-Tu 10-16; We 10-18; Th-Fr 10-16
endast onsdagar 10–14 → Mo-Tu off; We 10-14; Th-Su off
bara tisdag och torsdag 10-13 → Mo off; Tu 10-13; We off; Th 10-13; Fr-Su off
mån–fre 10–16, lunchstängt 12–13 → Mo-Fr 10-12,13-16
mån–tors 10–16, fre 10–15, lunchstängt 12–13 → Mo-Th 10-12,13-16; Fr 10-12,13-15
mån-fre 10-16 lunchstängt 12-13 → Mo-Fr 10-12,13-16
mån–fre 10–16 (lunch 12–12.30) → Mo-Fr 10-12,12:30-16
mån–fre 10–16. Stängt för lunch 12–13. → Mo-Fr 10-12,13-16
mån–fre 10–16, stängt 12–13 → Mo-Fr 10-12,13-16
måndag-torsdag 10–16 (lunchstängt 12–13), fredag 10–13 → Mo-Th 10-12,13-16; Fr 10-13
Lunchstängt 12-13. Mån-fre 9-15 → Mo-Fr 09-12,13-15
lunchstängt 12–13 alla dagar, mån-fre 10-16 → Mo-Fr 10-12,13-16
onsdagar lunchstängt 12-13, mån-fre 10-16 → Mo-Tu 10-16; We 10-12,13-16; Th-Fr 10-16
udda veckor ons 10-14 → odd: We 10-14
jämna veckor: tisdag 9-12 → even: Tu 09-12
ojämna veckor tors 10-15 → odd: Th 10-15
onsdagar udda veckor 10-14 → odd: We 10-14
onsdagar (udda veckor) 10-14 → odd: We 10-14
onsdag 10–14 udda veckor → odd: We 10-14
onsdag 10–14 (jämna veckor) → even: We 10-14
ons 10–14, udda veckor → odd: We 10-14
onsdagar i udda veckor 10-14 → odd: We 10-14
udda veckor ons 10-14, jämna veckor stängt → odd: We 10-14 | even: Mo-Su off
Udda veckor mån-tis 10–12, jämna veckor ons-tors 10–12 → odd: Mo-Tu 10-12 | even: We-Th 10-12
ons 10-14 udda veckor, tors 10-14 jämna veckor → odd: We 10-14 | even: Th 10-14
mån–fre 10–16, udda veckor ons 10–18 → odd: Mo-Tu 10-16; We 10-18; Th-Fr 10-16 | even: Mo-Fr 10-16
stängt udda veckor → odd: Mo-Su off
jämn vecka: mån 10-12; ojämn vecka: fre 10-12 → odd: Fr 10-12 | even: Mo 10-12
varannan onsdag från 2026-01-07 kl 10–14 → every 2 from 2026-01-07: We 10-14
varannan onsdag 10–14 från 2026-01-07 → every 2 from 2026-01-07: We 10-14
varannan vecka från 2026-01-07: onsdag 10-14, torsdag 10-12 → every 2 from 2026-01-07: We 10-14; Th 10-12
var tredje torsdag från och med 2026-02-05 10-12 → every 3 from 2026-02-05: Th 10-12
var 4:e vecka från 2026-01-07: mån 10-12 → every 4 from 2026-01-07: Mo 10-12
första måndagen i månaden 13-15 → 1 of the month: Mo 13-15
Första och tredje onsdagen i månaden kl 10–12 → 1,3 of the month: We 10-12
1:a och 3:e onsdagen varje månad 10-12 → 1,3 of the month: We 10-12
den första tisdagen i varje månad 9-11 → 1 of the month: Tu 09-11
andra torsdagen i månaden 14–16 → 2 of the month: Th 14-16
varje första fredag i månaden 10-12 → 1 of the month: Fr 10-12
månadens första måndag 10–12 → 1 of the month: Mo 10-12
första måndagen 13–15 varje månad → 1 of the month: Mo 13-15
första måndagen och tredje onsdagen i månaden 10-12 → 1 of the month: Mo 10-12 | 3 of the month: We 10-12
mån–fre 10–16, första onsdagen i månaden 10–18
  1 of the month: Mo-Tu 10-16; We 10-18; Th-Fr 10-16 | 2,3,4,5 of the month: Mo-Fr 10-16
2026-06-15–2026-08-15: mån–fre 10–14 → 2026-06-15..2026-08-15: Mo-Fr 10-14
15 juni–15 augusti 2026 mån-fre 10-14 → 2026-06-15..2026-08-15: Mo-Fr 10-14
från 2026-09-01 mån–fre 10–16 → 2026-09-01..: Mo-Fr 10-16
fr.o.m. 1 september 2026 mån-fre 10-16 → 2026-09-01..: Mo-Fr 10-16
mån–fre 10–14 till och med 2026-08-31 → ..2026-08-31: Mo-Fr 10-14
mån–fre 10–16, helgdagar stängt → Mo-Fr 10-16 | PH off
mån-fre 10-16, stängt röda dagar → Mo-Fr 10-16 | PH off
vardagar 10-16 utom helgdagar → Mo-Fr 10-16 | PH off
lördagar, söndagar och helgdagar stängt → Sa-Su off | PH off
mandag-fredag 10-16, lordag stangt → Mo-Fr 10-16; Sa off
MÅNDAG–FREDAG 10–16 → Mo-Fr 10-16
Mån. 10–16. Tis. 10–16. Ons. stängt. → Mo-Tu 10-16; We off
månd 10-12, tisd 10-12, onsd 13-15 → Mo-Tu 10-12; We 13-15
Måndag 10.00–16.00 / Tisdag 10.00–16.00 → Mo-Tu 10-16
Måndag | 10–16 → Mo 10-16
* måndag 10–16 → Mo 10-16
- mån 10–16 → Mo 10-16
måndag – torsdag 10–18 fredag 10–15 → Mo-Th 10-18; Fr 10-15
mån-fre 10-16 och ons 17-19 → Mo-Tu 10-16; We 10-16,17-19; Th-Fr 10-16
mån-fre 9-12, även tors 16-18 → Mo-We 09-12; Th 09-12,16-18; Fr 09-12
fre–mån 10–12 → Mo 10-12; Fr-Su 10-12
måndag: 10:00 - 12:00, 13:00 - 16:00, tisdag: 10:00 - 12:00 → Mo 10-12,13-16; Tu 10-12
mån 10-12, mån 13-16 → Mo 10-12,13-16
mån-fre 10-16, fre 10-13 → Mo-Th 10-16; Fr 10-13
ons 10-18, mån-fre 10-16 → Mo-Tu 10-16; We 10-18; Th-Fr 10-16
mån-fre 10–16 (ons 10–18) → Mo-Tu 10-16; We 10-18; Th-Fr 10-16
servicekontoret har öppet måndag–fredag 10–16 → Mo-Fr 10-16
Kontorets ordinarie öppettider är måndag till torsdag 10–16 → Mo-Th 10-16
Öppethållande: tis–tors 9–15 → Tu-Th 09-15
Besökstider mån-fre 9-12 → Mo-Fr 09-12
mån–fre 20–24 → Mo-Fr 20-24
mån-fre 0-24 → Mo-Fr 00-24
kl. 9 fm–3 em måndagar → Mo 09-15
mån-fre 9 f.m.–4 e.m. → Mo-Fr 09-16
Öppettider⏎Mån 10–16⏎Tis 10–16⏎Ons Stängt → Mo-Tu 10-16; We off
Måndag⏎10.00–16.00⏎Tisdag⏎10–13 → Mo 10-16; Tu 10-13
Udda veckor:⏎mån 10–12⏎tis 10-12⏎Jämna veckor:⏎stängt → odd: Mo-Tu 10-12 | even: Mo-Su off
må ti on to fr 10-16 → Mo-Fr 10-16
må on fr 10-12 → Mo 10-12; We 10-12; Fr 10-12
udda veckor: mån 10-12; jämna veckor: tis 10-12; alla veckor ons 10-12
  odd: Mo 10-12; We 10-12 | even: Tu-We 10-12
mån\xa010–16,\u2009fre 10–13 → Mo 10-16; Fr 10-13
ma\u030an–fre 10–16 → Mo-Fr 10-16
mån\u2212fre 10—16 → Mo-Fr 10-16
mån-fre 10-16 i jämna veckor → even: Mo-Fr 10-16
vardagar utom tis och tors 10-14 → Mo 10-14; Tu off; We 10-14; Th off; Fr 10-14
Måndag–onsdag och fredag 10–16, torsdag 10–18 → Mo-We 10-16; Th 10-18; Fr 10-16
Mån, tis, ons och fre: 10–16. Tors: 10–18. → Mo-We 10-16; Th 10-18; Fr 10-16
Mån 10-16 Tis 10-16 Ons 10-18 Tors 10-16 Fre 10-15 Lör-Sön Stängt
  Mo-Tu 10-16; We 10-18; Th 10-16; Fr 10-15; Sa-Su off
Öppet: Mån–Tors 9:00–16:00 | Fre 9:00–15:00 → Mo-Th 09-16; Fr 09-15
Öppettider måndag-fredag 10.00-16.00 (lunchstängt 12.00-13.00) → Mo-Fr 10-12,13-16
Helgfria vardagar kl. 10.00–15.00, lunchstängt kl. 12.00–13.00 → Mo-Fr 10-12,13-15 | PH off
mån-fre: 10-16; lör: 10-14; sön: stängt → Mo-Fr 10-16; Sa 10-14; Su off
Måndagar, onsdagar: 10:00-12:00; torsdagar 13:00-15:00. → Mo 10-12; We 10-12; Th 13-15
kl. 10.00–16.00 måndag, tisdag, torsdag och fredag → Mo-Tu 10-16; Th-Fr 10-16
onsdag stängt hela dagen → We off
stängt helg → Sa-Su off
Alla vardagar 10–16 (fredagar 10–15) → Mo-Th 10-16; Fr 10-15
tisdagar kl 10-12 samt torsdagar kl 13-15 → Tu 10-12; Th 13-15
Tisdag 10–12 & Torsdag 13–15 → Tu 10-12; Th 13-15
Mån-Tors 10-16,Fre 10-13 → Mo-Th 10-16; Fr 10-13
mån-fre10-16 → Mo-Fr 10-16
Måndag-fredag, 10-12 och 13-16 → Mo-Fr 10-12,13-16
mån–fre kl. 10:00–12:00 & 13:00–16:00, lör 10–12 → Mo-Fr 10-12,13-16; Sa 10-12
mån-fre 10-16, dock stängt onsdagar → Mo-Tu 10-16; We off; Th-Fr 10-16
mån-fre 10-16 (stängt ons) → Mo-Tu 10-16; We off; Th-Fr 10-16
mån–fre 10–16, tors 10–12 → Mo-We 10-16; Th 10-12; Fr 10-16
Stängt: onsdag → We off
måndag–fredag 10–12, 13–16; lördag 10–13 → Mo-Fr 10-12,13-16; Sa 10-13
Mån - Fre 10 - 12 samt 13 - 15 → Mo-Fr 10-12,13-15
Måndag t.om. fredag 10-16 → Mo-Fr 10-16
mån, ons, fre: stängt; tis, tors: 9–12 → Mo off; Tu 09-12; We off; Th 09-12; Fr off
jämna veckor tisdagar kl. 10-12, udda veckor torsdagar kl. 13-15 → odd: Th 13-15 | even: Tu 10-12
Tisdagar 10–12 (jämna veckor), torsdagar 13–15 (udda veckor) → odd: Th 13-15 | even: Tu 10-12
Mån 10–12 jämna veckor, ons 13–15 udda veckor → odd: We 13-15 | even: Mo 10-12
Öppet 1:a måndagen i månaden kl 13-15 → 1 of the month: Mo 13-15
Öppet första tisdagen varje månad, klockan 10–12. → 1 of the month: Tu 10-12
måndag till onsdag samt fredag 9–15, torsdag 9–18 → Mo-We 09-15; Th 09-18; Fr 09-15
Vardagar 9–16, lördagar och söndagar stängt → Mo-Fr 09-16; Sa-Su off
öppet alla dagar utom lördagar och söndagar 10-16 → Mo-Fr 10-16; Sa-Su off
udda vecka: mån, ons 9-12; jämn vecka: tis, tors 9-12 → odd: Mo 09-12; We 09-12 | even: Tu 09-12; Th 09-12
måndag 0900-1200 1300-1600 → Mo 09-12,13-16
Må 9-12 → Mo 09-12
lö-sö stängt → Sa-Su off
mån-fre 10-16. helgdagar stängt. lunchstängt 12-13. → Mo-Fr 10-12,13-16 | PH off
ons jämna v. 10-12 → even: We 10-12
udda v. ons 10-12 → odd: We 10-12
mån-tis,tors 10-16 → Mo-Tu 10-16; Th 10-16
mån-tis, tors-fre 10-16 → Mo-Tu 10-16; Th-Fr 10-16
mån-tis, tors-fre 10-16, ons stängt → Mo-Tu 10-16; We off; Th-Fr 10-16
från kl 10 till kl 16 måndag till fredag → Mo-Fr 10-16
öppet vardagar 10.00–16.00 samt lördagar 10.00–14.00 → Mo-Fr 10-16; Sa 10-14
vardagar 10-16 & helger 11-15 → Mo-Fr 10-16; Sa-Su 11-15
mån-fre 10-16 ej röda dagar → Mo-Fr 10-16 | PH off
varannan vecka från 2026-01-07 mån 10-12; varannan vecka från 2026-01-14 tis 10-12
  every 2 from 2026-01-07: Mo 10-12 | every 2 from 2026-01-14: Tu 10-12
varannan (från 2026-01-07) onsdag 10-12 → every 2 from 2026-01-07: We 10-12
varannan onsdag (från 2026-01-07) 10-12 → every 2 from 2026-01-07: We 10-12
varannan onsdag 10-12 (från 2026-01-07) → every 2 from 2026-01-07: We 10-12
mån 10-12, tis (udda veckor) 13-15 → odd: Mo 10-12; Tu 13-15 | even: Mo 10-12
endast helgfria måndagar 10-12 → Mo 10-12; Tu-Su off | PH off
till 2026-06-01 mån 10-12 → ..2026-06-01: Mo 10-12
mån 10-12 t.o.m. 2026-06-01 → ..2026-06-01: Mo 10-12
från 2026-01-07 och framåt mån 10-12 → 2026-01-07..: Mo 10-12
"""
