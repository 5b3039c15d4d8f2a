"""Opening hours as they are written in English and for OpenStreetMap, and what they mean in shorthand."""

from __future__ import annotations

ENGLISH = """
Mon-Fri 10am-4pm → Mo-Fr 10-16
Monday to Friday 10am to 4pm → Mo-Fr 10-16
Monday – Friday, 10:00–16:00 → Mo-Fr 10-16
Mon - Thu: 10.00 - 16.00; Fri: 10.00 - 13.00 → Mo-Th 10-16; Fr 10-13
Mondays 9-12 → Mo 09-12
Open Monday through Friday from 10 am until 4 p.m. → Mo-Fr 10-16
weekdays 9am-5pm → Mo-Fr 09-17
Weekdays 10:00 to 16:00, closed on weekends → Mo-Fr 10-16; Sa-Su off
Monday, Wednesday and Friday 10:00-14:00 → Mo 10-14; We 10-14; Fr 10-14
Tues & Thurs 9:30am-12:30pm → Tu 09:30-12:30; Th 09:30-12:30
Mon/Wed/Fri 9-12 → Mo 09-12; We 09-12; Fr 09-12
Tuesday 10:00–12:00 and 13:00–16:00 → Tu 10-12,13-16
every Wednesday 10-14 → We 10-14
each Thursday from 10 to 15 → Th 10-15
closed → Mo-Su off
Closed on Wednesdays → We off
Wednesdays closed → We off
closed Wednesdays, Thursdays 10-12 → We off; Th 10-12
Mon-Fri 10-16, closed Wed → Mo-Tu 10-16; We off; Th-Fr 10-16
Mon-Fri except Wednesday 10-16 → Mo-Tu 10-16; We off; Th-Fr 10-16
every day except Sunday 9-18 → Mo-Sa 09-18; Su off
daily 8am-8pm → Mo-Su 08-20
seven days a week 10-18 → Mo-Su 10-18
7 days a week, 10-18 → Mo-Su 10-18
Open 24 hours Monday to Sunday → Mo-Su 00-24
Mon-Fri 10-4pm → Mo-Fr 10-16
Sat 11am-1pm → Sa 11-13
Sat noon-4pm → Sa 12-16
Mon-Fri 8am-noon → Mo-Fr 08-12
Sun 12pm-4pm → Su 12-16
Mon-Fri 1-5pm → Mo-Fr 13-17
Mon-Fri 10am-4 → Mo-Fr 10-16
Mon–Fri 10–16 (closed for lunch 12–13) → Mo-Fr 10-12,13-16
Mon-Fri 10am-4pm, closed for lunch 12-1pm → Mo-Fr 10-12,13-16
Mon-Fri 9-17, lunch break 12-13 → Mo-Fr 09-12,13-17
Mon-Fri 10-16, closed 12-13 for lunch → Mo-Fr 10-12,13-16
odd weeks: Wednesday 10-14 → odd: We 10-14
Wednesdays in even weeks 10-14 → even: We 10-14
Wednesday 10-14 (odd weeks) → odd: We 10-14
odd weeks Wed 10-14, even weeks Thu 10-14 → odd: We 10-14 | even: Th 10-14
every other Wednesday from 2026-01-07 10-14 → every 2 from 2026-01-07: We 10-14
every 2 weeks from 2026-01-07: Wednesday 10:00–14:00 → every 2 from 2026-01-07: We 10-14
every third week from 2026-01-07: Mon 10-12 → every 3 from 2026-01-07: Mo 10-12
first Monday of the month 13-15 → 1 of the month: Mo 13-15
1st and 3rd Tuesday of the month 10am-12pm → 1,3 of the month: Tu 10-12
second Thursday of each month 14-16 → 2 of the month: Th 14-16
every first Friday of the month 10-12 → 1 of the month: Fr 10-12
Mon-Fri 10-16, first Wednesday of the month 10-18
  1 of the month: Mo-Tu 10-16; We 10-18; Th-Fr 10-16 | 2,3,4,5 of the month: Mo-Fr 10-16
Mon-Fri 10-16, otherwise closed → Mo-Fr 10-16; Sa-Su off
Wed 10-18, other weekdays 10-16 → Mo-Tu 10-16; We 10-18; Th-Fr 10-16
Wed 12-5pm, rest of the week closed → Mo-Tu off; We 12-17; Th-Su off
only Tuesdays 10-13 → Mo off; Tu 10-13; We-Su off
June 15 2026 to August 15 2026 Mon-Fri 10-14 → 2026-06-15..2026-08-15: Mo-Fr 10-14
from 1 September 2026 Mon-Fri 10-16 → 2026-09-01..: Mo-Fr 10-16
Mon-Fri 10-16, closed on public holidays → Mo-Fr 10-16 | PH off
Mon-Fri 10-16 except bank holidays → Mo-Fr 10-16 | PH off
weekends closed → Sa-Su off
Mon to Thu 10-16 Fri 10-13 → Mo-Th 10-16; Fr 10-13
We are open Monday to Friday between 10 and 16 → Mo-Fr 10-16
Our office hours are Monday–Friday 10:00–16:00 → Mo-Fr 10-16
mon-fri 0900-1700 → Mo-Fr 09-17
Mon-Fri 9am-12pm & 1pm-4pm → Mo-Fr 09-12,13-16
10am-4pm Mon-Fri → Mo-Fr 10-16
10-16 on weekdays → Mo-Fr 10-16
Mo-Fr 10:00-16:00; We off → Mo-Tu 10-16; We off; Th-Fr 10-16
Mo-Fr 10:00-16:00 → Mo-Fr 10-16
Mo,We,Fr 09:00-12:00 → Mo 09-12; We 09-12; Fr 09-12
Mo-Fr 10:00-12:00,13:00-16:00 → Mo-Fr 10-12,13-16
Mo-Th 10:00-16:00; Fr 10:00-13:00; Sa-Su off; PH off → Mo-Th 10-16; Fr 10-13; Sa-Su off | PH off
Mo-Fr 10:00-16:00; We 10:00-18:00 → Mo-Tu 10-16; We 10-18; Th-Fr 10-16
Mo-Fr 10:00-12:00, We 13:00-16:00 → Mo-Tu 10-12; We 10-12,13-16; Th-Fr 10-12
Mo-Fr 10:00-12:00; We 13:00-16:00 → Mo-Tu 10-12; We 13-16; Th-Fr 10-12
We off; Mo-Fr 10:00-16:00 → Mo-Fr 10-16
We[1,3] 10:00-14:00 → 1,3 of the month: We 10-14
Mo[1],We[2] 10:00-12:00; PH off → 1 of the month: Mo 10-12 | 2 of the month: We 10-12 | PH off
week 01-53/2 We 10:00-14:00; week 02-52/2 We off → odd: We 10-14 | even: We off
Mo-Su 00:00-24:00 → Mo-Su 00-24
2026 Jun 15-2026 Aug 15 Mo-Fr 10:00-14:00 → 2026-06-15..2026-08-15: Mo-Fr 10-14
Mo-Fr 10:00-16:00 open; Sa,Su closed → Mo-Fr 10-16; Sa-Su off
Mon-Fri: 9:00 AM - 5:00 PM → Mo-Fr 09-17
9 A.M. to 5 P.M., Monday–Friday → Mo-Fr 09-17
Monday 10-16; Tuesday closed → Mo 10-16; Tu off
Monday-Friday 10 a.m.–noon and 1–4 p.m. → Mo-Fr 10-12,13-16
10-16 daily except Sundays → Mo-Sa 10-16; Su off
Closed Sat & Sun → Sa-Su off
Closed Saturday-Sunday → Sa-Su off
Mondays and Thursdays from 9 to 12, Tuesdays from 13 to 16 → Mo 09-12; Tu 13-16; Th 09-12
Tuesday & Thursday, 9:30 – 12:00 → Tu 09:30-12; Th 09:30-12
Open: Mon, Tue, Thu, Fri 10:00-16:00. Closed: Wed → Mo-Tu 10-16; We off; Th-Fr 10-16
Open Tuesdays 10-12 in odd weeks → odd: Tu 10-12
Mon-Fri 10am - 12:30pm, 1:30pm - 4pm → Mo-Fr 10-12:30,13:30-16
Mon: 10–16, Tue: 10–16, Wed: closed, Thu: 10–18, Fri: 10–13 → Mo-Tu 10-16; We off; Th 10-18; Fr 10-13
Saturday and Sunday: closed → Sa-Su off
1st Wednesday of each month, 10:00–12:00 → 1 of the month: We 10-12
every other week from 2026-01-07, Wednesday 10–14 → every 2 from 2026-01-07: We 10-14
Mon-Tue, Thu 10-16 → Mo-Tu 10-16; Th 10-16
"""
