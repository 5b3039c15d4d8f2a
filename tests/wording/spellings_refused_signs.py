"""Signs at doors that say what ordinary hours cannot hold; written as in the other tables of refusals."""

from __future__ import annotations

REFUSED_SIGNS = """
helgfria vardagar
  helgfria vardagar: the hours are missing ⇒ … 10:00–16:00, or … closed
öppet dygnet runt
  dygnet runt: on which days? ⇒ Monday–Friday 00:00–24:00
första måndagen i månaden
  första måndagen i månaden: the hours are missing ⇒ … 10:00–16:00, or … closed
jämna veckor
  jämna veckor: what holds then? ⇒ … Wednesdays 10:00–14:00
lunchstängt 12–13
  lunchstängt 12–13: on which days? ⇒ Monday–Friday 10:00–16:00, closed for lunch 12:00–13:00
Torsdagar öppet till 18
  Torsdagar öppet till 18: both the opening and the closing time are needed ⇒ 10:00–16:00
Vardagar 9.00–12.00 och 13.00–15.00 (ej fredag eftermiddag)
  eftermiddag: that does not say exactly when ⇒ write the times
Sommaröppettider 15/6-15/8: mån-fre 10-14
  Sommaröppettider 15/6-15/8: the season lacks its first and last day with years
    ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
Dag före röd dag stänger vi kl 13
  Dag före röd dag: days before holidays are no part of ordinary weeks
    ⇒ the registry's policy or a deviation tells when they are shorter
  stänger vi kl 13: write when it opens and when it closes together ⇒ 10:00–16:00
Mån-fre 10-16, sista torsdagen i månaden 10-18
  sista: the last of the month cannot be said ⇒ say which one: the first to the fifth
vardagar 08.00–17.00 (fredag stänger vi 15.00)
  fredag: the hours are missing ⇒ … 10:00–16:00, or … closed
  stänger vi 15.00: write when it opens and when it closes together ⇒ 10:00–16:00
Open weekdays 10–4
  10–4: can mean 10:00–16:00 or 10:00–04:00 the next day ⇒ 10:00–16:00
weekdays 9 to 5
  9 to 5: can mean 09:00–17:00 or 09:00–05:00 the next day ⇒ 09:00–17:00
Every second Wednesday 10-14
  Every second: counted from which week? Write odd or even weeks, or a date to count from ⇒ odd weeks or even weeks
Mo-Fr 10:00-16:00; PH off; Dec 24 off
  Dec 24: a single day is no period ⇒ give the day as a deviation
Mo-Fr 10:00-16:00; SH Mo-Fr 10:00-14:00
  SH: school holidays differ between municipalities ⇒ give the days as deviations
Tillfälligt stängt
  Tillfälligt stängt: a closure for a time is no part of ordinary weeks ⇒ give the days as a deviation
Semesterstängt vecka 28-31
  Semesterstängt: a closure for a time is no part of ordinary weeks ⇒ give the days as a deviation
  vecka 28-31: weeks by number are days of a certain year ⇒ write the first and last day: 2026-06-29–2026-08-09
stängt tills vidare
  stängt tills vidare: a closure for a time is no part of ordinary weeks ⇒ give the days as a deviation
Ring för tider
  Ring: telephone hours are not opening hours ⇒ leave them out; write only when one can visit
Endast bokade besök
  Endast bokade besök: hours by appointment are a schedule of their own
    ⇒ leave them out; write only when one can drop in
mån-tors 10-16 fre stängt lunch 12-13
  fre stängt lunch 12-13: does not lie within the opening hours
ons 10–12, 13–16 varannan vecka
  varannan vecka: counted from which week? Write odd or even weeks, or a date to count from ⇒ odd weeks or even weeks
vecka 2,4,6 ons 10-12
  vecka 2,4,6: weeks by number are days of a certain year ⇒ write the first and last day: 2026-06-29–2026-08-09
fm mån-fre 9-12
  fm: means nothing here
måndag-fredag 10:00-16:00 utom onsdag 10:00-18:00
  utom onsdag: closed on those days, or other hours? ⇒ Wednesdays 10:00–18:00
mån-fre 10-16, förutom ons då vi har öppet till 18
  då: is not understood
  till: means nothing here
  18: both the opening and the closing time are needed ⇒ 10:00–16:00
Öppettider servicekontor: måndag–fredag 10–16. Avvikande öppettider kan förekomma.
  Avvikande öppettider kan förekomma: is not understood
Vi håller öppet vardagar 9–16 utom onsdagar då vi stänger 14
  då: is not understood
  stänger 14: write when it opens and when it closes together ⇒ 10:00–16:00
Öppet tre dagar i veckan: mån, tis, tors 10–16
  tre dagar i veckan: that does not say which days ⇒ write the days
Öppet två dagar i veckan, tisdag och torsdag 10–15
  två dagar i veckan: that does not say which days ⇒ write the days
Servicebussen: tisdag udda vecka 10–13
  Servicebussen: is not understood
Hållplats: torget, onsdag jämna veckor 10.30–12.00
  Hållplats: is not understood
  torget: is not understood
Dagar före helgdag 10-13
  Dagar före helgdag: days before holidays are no part of ordinary weeks
    ⇒ the registry's policy or a deviation tells when they are shorter
klämdagar stängt
  klämdagar: days before holidays are no part of ordinary weeks
    ⇒ the registry's policy or a deviation tells when they are shorter
Midsommarafton, julafton och nyårsafton stängt
  Midsommarafton: single days are no part of ordinary weeks ⇒ give the day as a deviation
  julafton: single days are no part of ordinary weeks ⇒ give the day as a deviation
  nyårsafton: single days are no part of ordinary weeks ⇒ give the day as a deviation
mån–fre 10–16, stängt midsommarafton
  midsommarafton: single days are no part of ordinary weeks ⇒ give the day as a deviation
Stängt helgdagar och klämdagar
  klämdagar: days before holidays are no part of ordinary weeks
    ⇒ the registry's policy or a deviation tells when they are shorter
Alternate Wednesdays 10-14
  Alternate: counted from which week? Write odd or even weeks, or a date to count from ⇒ odd weeks or even weeks
Closed for lunch 12–13
  Closed for lunch 12–13: on which days? ⇒ Monday–Friday 10:00–16:00, closed for lunch 12:00–13:00
Open by appointment
  by appointment: hours by appointment are a schedule of their own ⇒ leave them out; write only when one can drop in
Closed until further notice
  Closed until further notice: a closure for a time is no part of ordinary weeks ⇒ give the days as a deviation
Lunch 12-13
  Lunch 12-13: on which days? ⇒ Monday–Friday 10:00–16:00, closed for lunch 12:00–13:00
Mon-Fri 10:00 – 16:00 (CET)
  CET: is not understood
sista måndagen varje månad 10-12
  sista: the last of the month cannot be said ⇒ say which one: the first to the fifth
2 dagar/vecka
  2 dagar/vecka: that does not say which days ⇒ write the days
öppet 10–16
  10–16: on which days? ⇒ Monday–Friday 10:00–16:00
öppet idag 10-16
  idag: single days are no part of ordinary weeks ⇒ give the day as a deviation
imorgon 10-13
  imorgon: single days are no part of ordinary weeks ⇒ give the day as a deviation
mån-fre 10-16, fredag före pingst 10-13
  fredag: the hours are missing ⇒ … 10:00–16:00, or … closed
  före pingst 10-13: write when it opens and when it closes together ⇒ 10:00–16:00
mån-fre 8–16, sommartid 8–15
  sommartid: the season lacks its first and last day with years ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
mån-fre 10-16 (vintertid)
  vintertid: the season lacks its first and last day with years ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
Mo-Fr 10:00-16:00; PH off || "ring"
  || "ring": a comment is no opening hours ⇒ leave it out
easter off
  easter: single days are no part of ordinary weeks ⇒ give the day as a deviation
förmiddag 13-16 mån
  förmiddag 13-16: does not begin at that time of day
torsdagskvällar 17-19
  torsdagskvällar: is not understood
M–F 10–16, L 10–13, S stängt
  S: can mean Saturday or Sunday ⇒ Sat, or Sun
var tredje onsdag, udda veckor, 10-12
  var tredje: counted from which week? Write odd or even weeks, or a date to count from ⇒ odd weeks or even weeks
mån-fre 10-12, 13-16 (lunchstängt 12-12.30)
  lunchstängt 12-12.30: does not lie within the opening hours
mån-fre 10-16 lunchstängt 12-13 alla dagar ons 10-18
  alla dagar ons: names a day twice
24 december stängt
  24 december: a single day is no period ⇒ give the day as a deviation
mån-fre 10-16, 24 december stängt
  24 december: a single day is no period ⇒ give the day as a deviation
mån–fre 10–16, stängt tills vidare
  stängt tills vidare: a closure for a time is no part of ordinary weeks ⇒ give the days as a deviation
vecka 28, 30-32 stängt
  vecka 28, 30-32: weeks by number are days of a certain year ⇒ write the first and last day: 2026-06-29–2026-08-09
blorp 10-16, tors 10-14
  blorp: is not understood
måndga 10-16, tors 10-13
  måndga: is not understood ⇒ måndag
öppet tre dagar i veckan
  tre dagar i veckan: that does not say which days ⇒ write the days
mån, mån 10-12
  mån, mån: names a day twice
Öppettider under vecka 52: mån-ons 10-13
  vecka 52: weeks by number are days of a certain year ⇒ write the first and last day: 2026-06-29–2026-08-09
mån–fre 10.00–16.00, dag före helg 10.00–13.00
  dag före helg: days before holidays are no part of ordinary weeks
    ⇒ the registry's policy or a deviation tells when they are shorter
Mån-Tors 9.00-16.00 Fredag 9.00-15.00 Lunchstängt 12.00-13.00
  Lunchstängt 12.00-13.00: is that so on the last day only, or on all of them? ⇒ put a comma before it if it is all
Bokade tider mån–fre 8–10, drop-in 10–16
  Bokade tider: hours by appointment are a schedule of their own ⇒ leave them out; write only when one can drop in
Drop-in: måndag–fredag 10.00–15.00 Bokade besök: 9.00–10.00
  Bokade besök: hours by appointment are a schedule of their own ⇒ leave them out; write only when one can drop in
  9.00–10.00: on which days? ⇒ Monday–Friday 09:00–10:00
1/6 2026–31/8 2026 mån-fre 10-14
  1/6 2026–31/8 2026: write dates with the year first ⇒ 2026-06-15–2026-08-15
juni 2026–augusti 2026 mån-fre 10-14
  juni 2026–augusti 2026: the season lacks its first and last day with years
    ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
hela juli stängt
  juli: the season lacks its first and last day with years ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
stängt vecka 29
  vecka 29: weeks by number are days of a certain year ⇒ write the first and last day: 2026-06-29–2026-08-09
vecka 29: mån-fre 10-13
  vecka 29: weeks by number are days of a certain year ⇒ write the first and last day: 2026-06-29–2026-08-09
var annan onsdag 10-14
  var annan: counted from which week? Write odd or even weeks, or a date to count from ⇒ odd weeks or even weeks
första och sista måndagen i månaden 10-12
  sista: the last of the month cannot be said ⇒ say which one: the first to the fifth
Onsdag 10-12 (1:a och 3:e veckan i månaden)
  1:a och 3:e veckan i månaden: the weeks of a month can be counted in several ways ⇒ first Monday of the month
en gång i månaden
  en gång i månaden: that does not say which days ⇒ write the days
Mon–Fri 9–5
  9–5: can mean 09:00–17:00 or 09:00–05:00 the next day ⇒ 09:00–17:00
Closed on Wednesdays and weekends; otherwise 10-16
  otherwise: can mean other weekdays or the weekend too ⇒ other weekdays
closed for lunch 12 to 1, Mon-Fri 9am-4pm
  12 to 1: can mean 12:00–13:00 or 00:00–01:00 ⇒ 12:00–13:00
first and third Wednesday 10-12
  first: counted from what? Write of the month if so ⇒ first Monday of the month
Mo-Fr 10:00-16:00; Jul 6-Jul 31 off
  Jul 6-Jul 31: which year? Write the first and last day with years ⇒ 2026-06-15–2026-08-15
Mo-Fr 10:00-16:00; 2026 Jul 6-2026 Jul 31 off
  off: holds at a time for which the text says more ⇒ give each period by itself
2026-2027 Mo-Fr 10:00-16:00
  2026-2027: the season lacks its first and last day with years ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
Mo-Fr 10:00-16:00 unknown
  unknown: days that no source speaks of are left out ⇒ leave them out
Mo-Fr 10:00+
  10:00+: both the opening and the closing time are needed ⇒ 10:00–16:00
mån-fre 9-12, 13-16, fre till 12.30
  fre till 12.30: both the opening and the closing time are needed ⇒ 10:00–16:00
Torsdagar öppet till 18
  Torsdagar öppet till 18: both the opening and the closing time are needed ⇒ 10:00–16:00
mån-fre 10-16, tors till 4
  tors till 4: both the opening and the closing time are needed ⇒ 10:00–16:00
mån-fre 10-16, tors till 25
  till 25: there is no such time of day
mån-fre 10-16, lör till 12
  lör till 12: both the opening and the closing time are needed ⇒ 10:00–16:00
mån-fre 10-16, stängt ons, ons till 12
  ons, ons: names a day twice
  till: means nothing here
  12: both the opening and the closing time are needed ⇒ 10:00–16:00
tors till 18
  tors till 18: both the opening and the closing time are needed ⇒ 10:00–16:00
"""
