"""Weeks, periods and breaks that cannot be read for certain; written as in the other table of refusals."""

from __future__ import annotations

REFUSED_WEEKS = """
udda veckor, varannan vecka från 2026-01-07: mån 10-12
  udda veckor: what holds then? ⇒ … Wednesdays 10:00–14:00
varannan vecka från 2026-01-07, udda veckor: mån 10-12
  varannan vecka från 2026-01-07: what holds then? ⇒ … Wednesdays 10:00–14:00
udda veckor jämna veckor mån 10-12
  jämna veckor: contradicts what stands before
från 2026-01-07, från 2026-02-07 mån 10-12
  från 2026-01-07: what holds then? ⇒ … Wednesdays 10:00–14:00
var 60:e vecka från 2026-01-07 mån 10-12
  var 60:e: no number of weeks ⇒ odd weeks or even weeks
var 1:a vecka från 2026-01-07 mån 10-12
  var 1:a: no number of weeks ⇒ odd weeks or even weeks
varje 10-12
  varje: means nothing here
  10-12: on which days? ⇒ Monday–Friday 10:00–12:00
varje
  varje: means nothing here
varannan vecka: mån 10-12
  varannan vecka: counted from which week? Write odd or even weeks, or a date to count from
    ⇒ odd weeks or even weeks
2026-08-15–2026-06-15: mån 10-12
  2026-08-15–2026-06-15: ends before it begins
15 augusti–15 juni 2026: mån 10-12
  15 augusti–15 juni 2026: which year? Write the first and last day with years ⇒ 2026-06-15–2026-08-15
30 februari 2026–15 juni 2026: mån 10-12
  30 februari 2026: there is no such day
29 februari–15 juni 2026: mån 10-12
  29 februari–15 juni 2026: which year? Write the first and last day with years ⇒ 2026-06-15–2026-08-15
ej onsdagar 10-12
  ej onsdagar: closed on those days, or other hours? ⇒ Wednesdays 10:00–18:00
första 10-12
  första: the day is missing here ⇒ Mondays
lunchstängt 12-13
  lunchstängt 12-13: on which days? ⇒ Monday–Friday 10:00–16:00, closed for lunch 12:00–13:00
Lunchstängt 12-13. Lör stängt
  Lunchstängt 12-13: on which days? ⇒ Monday–Friday 10:00–16:00, closed for lunch 12:00–13:00
lunch
  lunch: at which times? ⇒ 12:00–13:00
udda veckor: mån 10-12 jämna veckor
  jämna veckor: contradicts what stands before
mån 10-12 udda veckor (jämna veckor)
  jämna veckor: contradicts what stands before
mån 10 am
  10 am: both the opening and the closing time are needed ⇒ 10:00–16:00
mån 10-12 - 14
  -: means nothing here
  14: both the opening and the closing time are needed ⇒ 10:00–16:00
från mån
  mån: the hours are missing ⇒ … 10:00–16:00, or … closed
var tredje onsdag 10-12
  var tredje: counted from which week? Write odd or even weeks, or a date to count from ⇒ odd weeks or even weeks
varje sista fredag 10-12
  varje sista: no number of weeks ⇒ odd weeks or even weeks
varje sista fredag i månaden 10-12
  sista: the last of the month cannot be said ⇒ say which one: the first to the fifth
2026-02-30 mån 10-12
  2026-02-30: there is no such day
1226-06-01–2026-08-31 mån-fre 10-14
  1226-06-01: the year has to be one of 1900–2099 ⇒ 2026-06-15
"""
