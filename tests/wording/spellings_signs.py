"""Opening hours as signs at doors and pages on the web have them, with the words around them, in both languages."""

from __future__ import annotations

SIGNS = """
mån, ons & fre 9–12 → Mo 09-12; We 09-12; Fr 09-12
måndag–torsdag kl. 10.00–16.00 → Mo-Th 10-16
10-16 alla vardagar → Mo-Fr 10-16
tors 10–18 (drop-in) → Th 10-18
Drop-in mån–fre 10–15 → Mo-Fr 10-15
mån-fre 10-16 (drop in) → Mo-Fr 10-16
Måndag - fredag 09:00 - 15:00, lunchstängt mellan 12:00 - 13:00 → Mo-Fr 09-12,13-15
mån–fre 10–16. Lunchstängt kl 12–12.30 → Mo-Fr 10-12,12:30-16
Mån–tor 10–16, fre 10–13 → Mo-Th 10-16; Fr 10-13
mån-ons, fre 10-16, tors 10-18 → Mo-We 10-16; Th 10-18; Fr 10-16
Öppet alla vardagar mellan 10 och 16 → Mo-Fr 10-16
vi har öppet måndag-fredag kl 10-16, varmt välkommen! → Mo-Fr 10-16
Välkommen måndag–fredag 10–16 → Mo-Fr 10-16
mån-fre kl. 8-16:30 → Mo-Fr 08-16:30
måndag till fredag: 8.00-12.00 & 12.45-16.30 → Mo-Fr 08-12,12:45-16:30
Stängt på lördagar och söndagar → Sa-Su off
Öppet helgfri mån–fre 9.00–16.00 → Mo-Fr 09-16 | PH off
mån–fre 10–16 (onsdag 10–18) → Mo-Tu 10-16; We 10-18; Th-Fr 10-16
mån-fre 10-16, torsdag även 16-18 → Mo-We 10-16; Th 10-16,16-18; Fr 10-16
Mån: 10-16, Tis: 10-16, Ons: 10-16, Tor: 10-16, Fre: 10-16 → Mo-Fr 10-16
udda veckor mån–fre 10–16, jämna veckor mån-tors 10-16 → odd: Mo-Fr 10-16 | even: Mo-Th 10-16
Öppet ojämna veckor torsdag 10-15 → odd: Th 10-15
Öppet torsdagar jämn vecka kl. 10–14 → even: Th 10-14
varannan torsdag (jämna veckor) 10–14 → even: Th 10-14
varannan tisdag, udda veckor, kl 10-12 → odd: Tu 10-12
vardag 10 - 16 → Mo-Fr 10-16
vardagar: 10-16 lördagar: stängt söndagar: stängt → Mo-Fr 10-16; Sa-Su off
Mån.-fre. 10.00-16.00 → Mo-Fr 10-16
Mån., ons. och fre. kl. 10–12 → Mo 10-12; We 10-12; Fr 10-12
M-F 10-16 → Mo-Fr 10-16
Må-To 9.00-16.00, Fr 9.00-15.00 → Mo-Th 09-16; Fr 09-15
ti-to 10-15 → Tu-Th 10-15
öppet mån t.o.m. fre, 10.00 t.o.m. 16.00 → Mo-Fr 10-16
Mon-Fri 10-16 hrs → Mo-Fr 10-16
Monday to Friday, 10 a.m. to 4 p.m. (closed for lunch noon-1 p.m.) → Mo-Fr 10-12,13-16
Mon–Fri: 10 AM–4 PM; Sat & Sun: Closed → Mo-Fr 10-16; Sa-Su off
Closed weekends and public holidays. Mon-Fri 10-16 → Mo-Fr 10-16; Sa-Su off | PH off
Every even week: Tuesday 9-12 → even: Tu 09-12
We're open Mon-Fri 10-16 → Mo-Fr 10-16
Opening hours: Monday–Friday 10:00–16:00 (drop-in) → Mo-Fr 10-16
open 24/7 → Mo-Su 00-24
Mo-We,Fr 10:00-16:00; Th 10:00-18:00 → Mo-We 10-16; Th 10-18; Fr 10-16
09.00-15.00 mån-ons o fre → Mo-We 09-15; Fr 09-15
mån – fre: 10 – 16 → Mo-Fr 10-16
Mån tom tors 10-16 → Mo-Th 10-16
måndagar, tisdagar samt torsdagar mellan klockan 09:30 och 15:30 → Mo-Tu 09:30-15:30; Th 09:30-15:30
den 1:a onsdagen varje månad kl 13–15 → 1 of the month: We 13-15
Första & tredje torsdagen i varje månad kl 10.00-14.00 → 1,3 of the month: Th 10-14
2:a tisdagen i månaden 09.00 - 11.00 → 2 of the month: Tu 09-11
Onsdag, ojämn vecka: 10.00–14.00 → odd: We 10-14
kl 10:00–16:00, mån till fre → Mo-Fr 10-16
onsdag em 13-16 → We 13-16
onsdag eftermiddag 13–16 → We 13-16
måndag förmiddag 9-12 → Mo 09-12
tisdag kväll 17-19 → Tu 17-19
mån-fre 9-16, to 9-18 → Mo-We 09-16; Th 09-18; Fr 09-16
tors. 10–18, övr. vardagar 10–16 → Mo-We 10-16; Th 10-18; Fr 10-16
mån-fre 10-16 & lör 10-14 → Mo-Fr 10-16; Sa 10-14
Mån-Fre: 10-16 Lör/Sön: Stängt → Mo-Fr 10-16; Sa-Su off
alla helgfria vardagar 10-16 → Mo-Fr 10-16 | PH off
Varje vardag 10-16 → Mo-Fr 10-16
varje helgfri vardag 9-15 → Mo-Fr 09-15 | PH off
vard 10-16 → Mo-Fr 10-16
vard. 10–16, lörd. 10–14 → Mo-Fr 10-16; Sa 10-14
mån-fre 10-16; lörd-sönd stängt → Mo-Fr 10-16; Sa-Su off
mån 10-12, 12-16 → Mo 10-12,12-16
onsdagar 10–14 (gäller udda veckor) → odd: We 10-14
måndag–fredag 10–16, drop-in utan bokning → Mo-Fr 10-16
Du kan besöka oss måndag–fredag 10–16 → Mo-Fr 10-16
Du är välkommen måndag till fredag mellan kl. 10 och 16. → Mo-Fr 10-16
Besök oss mån–fre 10–16 → Mo-Fr 10-16
Kontoret är öppet helgfria vardagar klockan 10.00–16.00 → Mo-Fr 10-16 | PH off
Kontoret har öppet varje tisdag och torsdag kl. 10–15. → Tu 10-15; Th 10-15
Kontoret är stängt på onsdagar. → We off
måndag 10–16, tisdag 10–16, onsdag stängt, torsdag 10–16, fredag 10–16 → Mo-Tu 10-16; We off; Th-Fr 10-16
Måndag 10.00 - 16.00 Lunchstängt 12.00 - 13.00 → Mo 10-12,13-16
Mån-fre 10-12 & 13-16 (lunchstängt 12-13) → Mo-Fr 10-12,13-16
Tisdagar 10-15 (stängt 12-12.45) → Tu 10-12,12:45-15
Måndag-Fredag: 09.00-11.30, 12.30-15.00 → Mo-Fr 09-11:30,12:30-15
ons 09.00–12.00 samt 13.00–15.30 jämna veckor → even: We 09-12,13-15:30
varje måndag, onsdag och fredag kl 10-14 → Mo 10-14; We 10-14; Fr 10-14
varje helgfri torsdag 10-15 → Th 10-15 | PH off
Röda dagar: stängt → PH off
helgfri måndag till torsdag 10–16 och fredag 10–15 → Mo-Th 10-16; Fr 10-15 | PH off
må-fr: 10-16 → Mo-Fr 10-16
må–fr 10–16 lö 10–13 → Mo-Fr 10-16; Sa 10-13
MÅN-FRE: 10-16 → Mo-Fr 10-16
mån-fre kl10-16 → Mo-Fr 10-16
kl.10-16 mån-fre → Mo-Fr 10-16
10.00-16.00 (måndag-fredag) → Mo-Fr 10-16
(mån-fre) 10-16 → Mo-Fr 10-16
Mån–Fre, kl. 10–16. → Mo-Fr 10-16
mån-fre 10–16 ( lunch 12-13 ) → Mo-Fr 10-12,13-16
Mån-fre: 10:00—16:00 → Mo-Fr 10-16
mån fre 10-16 → Mo 10-16; Fr 10-16
mån. - fre. 10.00 - 16.00. → Mo-Fr 10-16
måndagar 9-12 och 13-16; tisdagar 9-12 → Mo 09-12,13-16; Tu 09-12
tisd.-torsd. 10-15 → Tu-Th 10-15
10:00–16:00 Monday to Friday → Mo-Fr 10-16
Open from Monday to Friday, 10:00 to 16:00 → Mo-Fr 10-16
Monday-Friday 10.00-16.00, Saturday-Sunday closed → Mo-Fr 10-16; Sa-Su off
Mon, Tue & Thu 10am–3pm; Wed & Fri closed → Mo-Tu 10-15; We off; Th 10-15; Fr off
Mon–Thu 10–16, Fri 10–15, closed Sat–Sun and public holidays → Mo-Th 10-16; Fr 10-15; Sa-Su off | PH off
Open on weekdays between 10.00 and 16.00 → Mo-Fr 10-16
Every Tuesday and Thursday, 10–15 → Tu 10-15; Th 10-15
Tuesdays, even weeks, 10–12 → even: Tu 10-12
Tuesdays (even weeks only) 10-12 → even: Tu 10-12
Walk-ins Mon–Fri 10–15 → Mo-Fr 10-15
Closed Mondays → Mo off
Mon-Fri 10:00h-16:00h → Mo-Fr 10-16
Mon-Fri 10h-16h → Mo-Fr 10-16
mån-fre 10-16 svensk tid → Mo-Fr 10-16
måndag-fredag från kl. 10.00 till kl. 16.00 → Mo-Fr 10-16
Mån till Tor: 10-16, Fre: 10-14 → Mo-Th 10-16; Fr 10-14
Mån-tors: 10-16 Fre: 10-14 Lör-sön: stängt Helgdagar: stängt → Mo-Th 10-16; Fr 10-14; Sa-Su off | PH off
den tredje onsdagen i månaden kl 13-15 → 3 of the month: We 13-15
mån 10-18 tis-fre 10-16 (lunchstängt 12-13 alla dagar) → Mo 10-12,13-18; Tu-Fr 10-12,13-16
onsdag-fredag 10-16, måndag och tisdag stängt → Mo-Tu off; We-Fr 10-16
tis ons tors 10-15 → Tu-Th 10-15
Ti, on, to 10-15 → Tu-Th 10-15
vardagar 10–16 och första lördagen i månaden 10–13
  1 of the month: Mo-Fr 10-16; Sa 10-13 | 2,3,4,5 of the month: Mo-Fr 10-16
Mo-Fr 10:00-16:00; Sa[1] 10:00-13:00 → 1 of the month: Mo-Fr 10-16; Sa 10-13 | 2,3,4,5 of the month: Mo-Fr 10-16
Mo-Fr 10:00-12:00,13:00-16:00; PH,Sa,Su off → Mo-Fr 10-12,13-16; Sa-Su off | PH off
Mo-Th 10:00-16:00, Fr 10:00-13:00 → Mo-Th 10-16; Fr 10-13
week 1-53/2 Mo 10:00-12:00 → odd: Mo 10-12
onsdag em 1-4 → We 13-16
måndag förmiddag 9-12, eftermiddag 13-15 → Mo 09-12,13-15
fm 9-12, em 13-15 mån-fre → Mo-Fr 09-12,13-15
kväll 6-9 tors → Th 18-21
tors kväll kl 17–19 → Th 17-19
onsdag eftermiddag: 13–16 → We 13-16
onsdagar på eftermiddagen 13-16 → We 13-16
Wednesday afternoon 1-4 → We 13-16
Wednesday mornings 9-12 → We 09-12
M-F 9-15 → Mo-Fr 09-15
m, w, f 9-12 → Mo 09-12; We 09-12; Fr 09-12
varannan onsdag 10-14 (jämna veckor) → even: We 10-14
varannan onsdag kl. 10–14, udda veckor → odd: We 10-14
varannan vecka, jämna veckor: ons 10-14 → even: We 10-14
varannan vecka (udda veckor) onsdag 10-14 → odd: We 10-14
ons 10–12 varannan vecka (udda veckor) → odd: We 10-12
every other Tuesday, even weeks, 10-12 → even: Tu 10-12
endast udda veckor: ons 10–14 → odd: We 10-14
ons 10–14, endast jämna veckor → even: We 10-14
udda veckor endast ons 10-14 → odd: Mo-Tu off; We 10-14; Th-Su off
varje udda vecka ons 10-14 → odd: We 10-14
mån-fre 10-16, torsdag även 17-19 → Mo-We 10-16; Th 10-16,17-19; Fr 10-16
tis även 17-19 → Tu 17-19
mån-fre 10-12 & 13-16 (lunchstängt 12-13) → Mo-Fr 10-12,13-16
mån–tors 10–16, fre 10–15, lunchstängt 12–13 alla dagar → Mo-Th 10-12,13-16; Fr 10-12,13-15
10–14 (varannan onsdag från 2026-01-07) → every 2 from 2026-01-07: We 10-14
Välkommen in! Måndag–fredag 10–16 → Mo-Fr 10-16
varannan onsdag 10-14, från 2026-01-07 → every 2 from 2026-01-07: We 10-14
Servicekontoret håller öppet måndag till fredag mellan 10.00 och 16.00. → Mo-Fr 10-16
Mån 10–16 | Tis 10–16 | Ons 10–16 | Tors 10–16 | Fre 10–16 → Mo-Fr 10-16
Måndag, onsdag, torsdag 10-16. Tisdag 10-18. Fredag 10-15. → Mo 10-16; Tu 10-18; We-Th 10-16; Fr 10-15
vardagar 9-16, torsdagar 9-18 → Mo-We 09-16; Th 09-18; Fr 09-16
Måndag - Torsdag 08:00-16:30 | Fredag 08:00-15:00 → Mo-Th 08-16:30; Fr 08-15
Ordinarie öppettider: måndag-onsdag, fredag 10-16, torsdag 10-18 → Mo-We 10-16; Th 10-18; Fr 10-16
Vi har öppet helgfria måndagar–fredagar klockan 10–16 → Mo-Fr 10-16 | PH off
mån t.o.m. tors 10–16 samt fre 10–15 → Mo-Th 10-16; Fr 10-15
10.00–12.00 och 13.00–15.00 varje helgfri vardag → Mo-Fr 10-12,13-15 | PH off
tisdagar jämna veckor 09.00–15.00 (lunchstängt 12.00–12.45) → even: Tu 09-12,12:45-15
onsdagar ojämna veckor 10–15, lunchstängt 12–13 → odd: We 10-12,13-15
Öppet onsdagar var fjärde vecka från 2026-01-07, kl. 10–12 → every 4 from 2026-01-07: We 10-12
fr.o.m. 2026-09-01: mån–fre 10–16 → 2026-09-01..: Mo-Fr 10-16
från och med 1 oktober 2026 måndag–fredag 10–15 → 2026-10-01..: Mo-Fr 10-15
t.o.m. 30 juni 2026 mån-fre 10-16, fr.o.m. 1 juli 2026 mån-fre 10-14
  ..2026-06-30: Mo-Fr 10-16 | 2026-07-01..: Mo-Fr 10-14
1 juni - 31 augusti 2026: mån-fre 10-14 → 2026-06-01..2026-08-31: Mo-Fr 10-14
2026-06-01 till 2026-08-31 mån-fre 10-14 → 2026-06-01..2026-08-31: Mo-Fr 10-14
2026-06-01 - 2026-08-31 måndag-fredag 10-14 → 2026-06-01..2026-08-31: Mo-Fr 10-14
mån–fre 10–16 och lördag 10–13 (jämna veckor) → odd: Mo-Fr 10-16 | even: Mo-Fr 10-16; Sa 10-13
lördagar jämna veckor 10-13, mån-fre 10-16 alla veckor → odd: Mo-Fr 10-16 | even: Mo-Fr 10-16; Sa 10-13
varannan onsdag udda veckor kl 13.00-15.00 → odd: We 13-15
andra och fjärde torsdagen i månaden, 13–15 → 2,4 of the month: Th 13-15
3:e tisdagen i varje månad kl. 09:30–11:30 → 3 of the month: Tu 09:30-11:30
2:a & 4:e ons i månaden 10-12 → 2,4 of the month: We 10-12
varje vecka måndag 10-12 → Mo 10-12
Måndagar 10–14.30 → Mo 10-14:30
må-fr 8.15-16.45 → Mo-Fr 08:15-16:45
mån–fre 07.30–16 → Mo-Fr 07:30-16
mån–fre 7.30–16.00 → Mo-Fr 07:30-16
mån–fre 7–16 → Mo-Fr 07-16
mån–fre kl. 8–12, 13–17 → Mo-Fr 08-12,13-17
mån–fre 8-12 o 13-17 → Mo-Fr 08-12,13-17
Mon-Fri, 9 AM to 12 PM and 1 PM to 4 PM → Mo-Fr 09-12,13-16
Mon - Fri 09.00 - 12.00 / 13.00 - 16.00 → Mo-Fr 09-12,13-16
Monday: 9:00–12:00, 13:00–16:00; Tuesday: closed; Wednesday–Friday: 9:00–12:00 → Mo 09-12,13-16; Tu off; We-Fr 09-12
M–Th 9–4pm, F 9–1pm → Mo-Th 09-16; Fr 09-13
Mondays through Thursdays, 10 a.m. – 4 p.m. → Mo-Th 10-16
weekdays except Wednesdays 10-16 → Mo-Tu 10-16; We off; Th-Fr 10-16
Tuesdays and Thursdays only, 10-15 → Mo off; Tu 10-15; We off; Th 10-15; Fr-Su off
Open Tue/Thu 10-15 → Tu 10-15; Th 10-15
Mo,Tu,Th,Fr 10:00-16:00; We 10:00-18:00; Sa,Su,PH off → Mo-Tu 10-16; We 10-18; Th-Fr 10-16; Sa-Su off | PH off
vardagar 9–16, torsdagar till 18 → Mo-We 09-16; Th 09-18; Fr 09-16
Öppet: vardagar kl. 9–16, torsdagar till kl. 18 → Mo-We 09-16; Th 09-18; Fr 09-16
mån-fre 10-16 (tors till 18) → Mo-We 10-16; Th 10-18; Fr 10-16
Mon–Fri 10:00–16:00 (Wed until 18:00) → Mo-Tu 10-16; We 10-18; Th-Fr 10-16
Mon-Fri 9am–5pm (Thu until 7pm) → Mo-We 09-17; Th 09-19; Fr 09-17
mån-fre 10-16, fre till 15 → Mo-Th 10-16; Fr 10-15
mån-fre 9-12, 13-16, fre till 12 → Mo-Th 09-12,13-16; Fr 09-12
mån-fre 9-12, 13-16, fre till 15 → Mo-Th 09-12,13-16; Fr 09-12,13-15
torsdagar till 18, övriga vardagar 9-16 → Mo-We 09-16; Th 09-18; Fr 09-16
mån-fre 10-16, lunchstängt 12-13, tors till 18 → Mo-We 10-12,13-16; Th 10-12,13-18; Fr 10-12,13-16
udda veckor tors till 18, mån-fre 10-16 → odd: Mo-We 10-16; Th 10-18; Fr 10-16
mån-fre 10-16; udda veckor tors till 18 → odd: Mo-We 10-16; Th 10-18; Fr 10-16 | even: Mo-Fr 10-16
mån-fre 10-16, tors t.o.m. 18 → Mo-We 10-16; Th 10-18; Fr 10-16
mån-fre 10-16, tors till midnatt → Mo-We 10-16; Th 10-24; Fr 10-16
"""
