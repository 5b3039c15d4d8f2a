"""Opening hours that cannot be read for certain: under each what is marked, what is said, and a suggestion."""

from __future__ import annotations

REFUSED = """
10-4
  10-4: can mean 10:00–16:00 or 10:00–04:00 the next day ⇒ 10:00–16:00
mån-fre 10-4
  10-4: can mean 10:00–16:00 or 10:00–04:00 the next day ⇒ 10:00–16:00
mån 1-5
  1-5: can mean 13:00–17:00 or 01:00–05:00 ⇒ 13:00–17:00
fre 12-1
  12-1: can mean 12:00–13:00 or 00:00–01:00 ⇒ 12:00–13:00
lör 6-12
  6-12: can mean 06:00–12:00 or 18:00–24:00 ⇒ 06:00–12:00
10-16
  10-16: on which days? ⇒ Monday–Friday 10:00–16:00
kl 10.00–16.00
  10.00–16.00: on which days? ⇒ Monday–Friday 10:00–16:00
måndag
  måndag: the hours are missing ⇒ … 10:00–16:00, or … closed
mån-fre
  mån-fre: the hours are missing ⇒ … 10:00–16:00, or … closed
alla dagar
  alla dagar: the hours are missing ⇒ … 10:00–16:00, or … closed
mån 10
  10: both the opening and the closing time are needed ⇒ 10:00–16:00
mån från 10
  10: both the opening and the closing time are needed ⇒ 10:00–16:00
mån till 16
  mån till 16: both the opening and the closing time are needed ⇒ 10:00–16:00
mån 10-
  10-: both the opening and the closing time are needed ⇒ 10:00–16:00
mån-fre 16-10
  16-10: it ends before it has begun ⇒ 16:00–24:00, and 00:00–10:00 on the day after
fre 22-02
  22-02: it ends before it has begun ⇒ 22:00–24:00, and 00:00–02:00 on the day after
mån 10-25
  10-25: there is no such time of day
mån 10:60-12
  10:60-12: there is no such time of day
mån 10-12, 11-13
  10-12, 11-13: the times run into one another
måndga 10-16
  måndga: is not understood ⇒ måndag
mndag 10-16
  mndag: is not understood ⇒ måndag
Mon-Fri 10-16 blorp
  blorp: is not understood
varannan onsdag 10-14
  varannan: counted from which week? Write odd or even weeks, or a date to count from ⇒ odd weeks or even weeks
every other Friday 9-12
  every other: counted from which week? Write odd or even weeks, or a date to count from ⇒ odd weeks or even weeks
första måndagen 13-15
  första: counted from what? Write of the month if so ⇒ first Monday of the month
sista fredagen i månaden 10-12
  sista: the last of the month cannot be said ⇒ say which one: the first to the fifth
last Friday of the month 10-12
  last: the last of the month cannot be said ⇒ say which one: the first to the fifth
sjätte måndagen i månaden 10-12
  sjätte: a month has five of them at most
We[-1] 10:00-14:00
  [-1]: the last of the month cannot be said ⇒ say which one: the first to the fifth
juni-augusti mån-fre 10-14
  juni-augusti: the season lacks its first and last day with years
    ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
Sommaröppettider: mån-fre 10-14
  Sommaröppettider: the season lacks its first and last day with years
    ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
15/6–15/8 mån-fre 10-14
  15/6–15/8: the season lacks its first and last day with years ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
15 juni–15 augusti mån-fre 10-14
  15 juni–15 augusti: which year? Write the first and last day with years ⇒ 2026-06-15–2026-08-15
Jun-Aug Mo-Fr 10:00-14:00
  Jun-Aug: the season lacks its first and last day with years ⇒ 2026-06-15–2026-08-15: Monday–Friday 10:00–14:00
vecka 27-32 mån-fre 10-14
  vecka 27-32: weeks by number are days of a certain year ⇒ write the first and last day: 2026-06-29–2026-08-09
v. 27–32 stängt
  v. 27–32: weeks by number are days of a certain year ⇒ write the first and last day: 2026-06-29–2026-08-09
2026-12-23 10-13
  2026-12-23: a single day is no period ⇒ give the day as a deviation
mån-fre 10-16, julafton stängt
  julafton: single days are no part of ordinary weeks ⇒ give the day as a deviation
mån-fre 10-16, dag före röd dag 10-13
  dag före röd dag: days before holidays are no part of ordinary weeks
    ⇒ the registry's policy or a deviation tells when they are shorter
helgdagar 11-15
  helgdagar: hours on holidays are no part of ordinary weeks ⇒ give the days as deviations
mån-fre 10-16, PH 10:00-12:00
  PH: hours on holidays are no part of ordinary weeks ⇒ give the days as deviations
mån-fre 10-16, ons 17-19
  ons 17-19: can mean that Wednesday is 17:00–19:00 or 10:00–16:00 and 17:00–19:00
    ⇒ write Wednesday by itself: Wednesday 10:00–16:00 and 17:00–19:00
mån-fre 10-12, mån-tors 13-16
  mån-tors 13-16: can mean that Monday is 13:00–16:00 or 10:00–12:00 and 13:00–16:00
    ⇒ write Monday by itself: Monday 10:00–12:00 and 13:00–16:00
mån-fre 10-16, mån-fre 9-15
  mån-fre 9-15: Monday has been said to be 10:00–16:00 ⇒ say it once
mån-tors 10–16, fre 10–15 (lunchstängt 12–13)
  lunchstängt 12–13: is that so on the last day only, or on all of them? ⇒ put a comma before it if it is all
mån-fre 10-16, lunchstängt
  lunchstängt: at which times? ⇒ 12:00–13:00
mån-fre 10-16, lunchstängt 17-18
  lunchstängt 17-18: does not lie within the opening hours
ons 10-18, övriga dagar 10-16
  övriga dagar: can mean other weekdays or the weekend too ⇒ other weekdays
mån-fre 10-16, stängt
  stängt: which days are closed? ⇒ other days closed
stängt ons och tors 10-12
  stängt ons och tors: closed on those days, or at those times? ⇒ write the days first: Wednesdays closed
mån-fre 10-14, ons 10-12, udda veckor
  udda veckor: is that for all that stands before or for the last part? Write it first
mån 10-14 udda veckor tis 10-12
  udda veckor: is that for the day before or after it? ⇒ put a comma
udda veckor ons 10-14, första måndagen i månaden 10-12
  första måndagen i månaden 10-12: contradicts what stands before
mån-fre 10-16 efter överenskommelse
  efter överenskommelse: hours by appointment are a schedule of their own
    ⇒ leave them out; write only when one can drop in
tidsbokning mån-fre 8-12
  tidsbokning: hours by appointment are a schedule of their own ⇒ leave them out; write only when one can drop in
telefontid mån-fre 8-17
  telefontid mån-fre 8-17: telephone hours are not opening hours ⇒ leave them out; write only when one can visit
mån-fre 10:00-16:00+
  10:00-16:00+: the end is left open
Mo-Fr 10:00-16:00 || "by appointment"
  || "by appointment": a comment is no opening hours ⇒ leave it out
Mo-Fr 10:00-16:00 "ring the bell"
  "ring the bell": a comment is no opening hours ⇒ leave it out
Mo-Fr sunrise-sunset
  Mo-Fr: the hours are missing ⇒ … 10:00–16:00, or … closed
  sunrise-sunset: the time of day needs figures ⇒ 09:30
SH off
  SH: school holidays differ between municipalities ⇒ give the days as deviations
ca 10-16 på vardagar
  ca: that does not say exactly when ⇒ write the times
vissa onsdagar 10-14
  vissa: that does not say exactly when ⇒ write the times
halv tio till fyra på måndagar
  halv tio till fyra: the time of day needs figures ⇒ 09:30
  måndagar: the hours are missing ⇒ … 10:00–16:00, or … closed
öppnar kl 10 och stänger kl 16 på vardagar
  öppnar kl 10 och stänger kl 16 på vardagar: write when it opens and when it closes together ⇒ 10:00–16:00
3 dagar i veckan
  3 dagar i veckan: that does not say which days ⇒ write the days
måndagseftermiddagar
  måndagseftermiddagar: is not understood
fre-lör-sön 10-12
  fre-lör: the hours are missing ⇒ … 10:00–16:00, or … closed
  -: means nothing here
vardagar–lördag 10-12
  vardagar–lördag: does not go from one weekday to another ⇒ Monday–Friday
mån 9 till
  9 till: both the opening and the closing time are needed ⇒ 10:00–16:00
utom
  utom: except what? ⇒ Wednesdays closed
mån 10-12 och
  och: something is missing after this
okänt
  okänt: days that no source speaks of are left out ⇒ leave them out
?
  ?: days that no source speaks of are left out ⇒ leave them out
öppet
  : there are no opening hours here
hej
  hej: is not understood
mån 8-9 till 10
  till: means nothing here
  10: both the opening and the closing time are needed ⇒ 10:00–16:00
mån 930-1600h?
  ?: days that no source speaks of are left out ⇒ leave them out
mån 10-16-18
  -: means nothing here
  18: both the opening and the closing time are needed ⇒ 10:00–16:00
Mon 8am-9am pm
  pm: means nothing here
ons 13pm-15pm
  13pm-15pm: there is no such time of day
udda veckor: mån 10-12. Ons 13-15.
  Ons 13-15: do the weeks told before hold for this too? ⇒ repeat the weeks, or write all weeks
varje tisdag kl. 10
  10: both the opening and the closing time are needed ⇒ 10:00–16:00
mån-fre 10–16, tors stängt från 12
  12: both the opening and the closing time are needed ⇒ 10:00–16:00
måndag-fredag klockan tio till sexton
  måndag-fredag: the hours are missing ⇒ … 10:00–16:00, or … closed
  tio till sexton: the time of day needs figures ⇒ 09:30
Öppet dygnet runt
  dygnet runt: on which days? ⇒ Monday–Friday 00:00–24:00
måndag-fredag 10.00-16.00, dag före helgdag 10.00-13.00
  dag före helgdag: days before holidays are no part of ordinary weeks
    ⇒ the registry's policy or a deviation tells when they are shorter
Monday thru Friday 8-4:30
  8-4:30: can mean 08:00–16:30 or 08:00–04:30 the next day ⇒ 08:00–16:30
Weekdays 10 to 4
  10 to 4: can mean 10:00–16:00 or 10:00–04:00 the next day ⇒ 10:00–16:00
Thursdays until 6pm
  Thursdays until 6pm: both the opening and the closing time are needed ⇒ 10:00–16:00
open every day
  every day: the hours are missing ⇒ … 10:00–16:00, or … closed
M-F 9-5
  9-5: can mean 09:00–17:00 or 09:00–05:00 the next day ⇒ 09:00–17:00
MWF 9-12
  MWF: is not understood
Wednesdays by appointment only
  Wednesdays: the hours are missing ⇒ … 10:00–16:00, or … closed
  by appointment only: hours by appointment are a schedule of their own
    ⇒ leave them out; write only when one can drop in
tors 10-16 varje månad
  varje månad: which one of the month? ⇒ first Monday of the month
udda veckor. Sön 12-13
  udda veckor: what holds then? ⇒ … Wednesdays 10:00–14:00
2026-06-15–2026-08-15. Sön 12-13
  2026-06-15–2026-08-15: what holds then? ⇒ … Wednesdays 10:00–14:00
tis utom måndag 10-12
  utom måndag: the exception is not among the days
ons 12-13, lunchstängt 12-13
  lunchstängt 12-13: does not lie within the opening hours
mån 10-12; från 2026-09-01: tis 10-12
  tis 10-12: holds at a time for which the text says more ⇒ give each period by itself
varannan vecka från 2026-01-07 mån 10-12; varannan vecka från 2026-01-21 tis 10-12
  tis 10-12: weeks that are counted in different ways cannot be put together ⇒ odd weeks …; even weeks …
"""
