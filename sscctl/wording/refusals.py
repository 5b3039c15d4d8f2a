"""Words that people write among opening hours and that weekly hours cannot hold: each with what to do instead."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.text import Text
from sscctl.wording.tokens import Refusal

THE_LAST = Refusal(
    Text("den sista i månaden kan inte sägas", "the last of the month cannot be said"),
    Text("säg vilken i ordningen: första till femte", "say which one: the first to the fifth"),
)
"""`sista fredagen i månaden`, `Fr[-1]`."""

SEASON = Refusal(
    Text("säsongen saknar första och sista dag med årtal", "the season lacks its first and last day with years"),
    Text("2026-06-15–2026-08-15: måndag–fredag 10.00–14.00", "2026-06-15–2026-08-15: Monday–Friday 10:00–14:00"),
    limits=True,
)
"""`sommaröppettider`, `juni–augusti`, `15/6–15/8`."""

YEAR_LAST = Refusal(
    Text("skriv datum med året först", "write dates with the year first"),
    Text("2026-06-15–2026-08-15", "2026-06-15–2026-08-15"),
    limits=True,
)
"""`15/6–15/8 2026`: which of the two is the month is a matter of country."""

NO_SUCH_YEAR = Refusal(
    Text("årtalet ska vara 1900–2099", "the year has to be one of 1900–2099"),
    Text("2026-06-15", "2026-06-15"),
    limits=True,
)
"""`1226-06-15`: a slip, and in OpenStreetMap's language no year."""

NO_SUCH_DAY = Refusal(Text("den dagen finns inte", "there is no such day"), limits=True)
"""`30 februari`."""

COMMENT = Refusal(
    Text("en kommentar är inga öppettider", "a comment is no opening hours"), Text("ta bort den", "leave it out")
)
"""OpenStreetMap's `"efter bokning"`, and what it gives in case nothing else holds: `||`."""

INEXACT = Refusal(
    Text("det är inte sagt exakt när", "that does not say exactly when"),
    Text("skriv klockslagen", "write the times"),
    limits=True,
)
"""`på förmiddagen`, where no hours follow; `ca`."""

REFUSALS: Mapping[Refusal, str] = {
    Refusal(
        Text("telefontider är inga öppettider", "telephone hours are not opening hours"),
        Text("ta bort dem; skriv bara när man kan besöka kontoret", "leave them out; write only when one can visit"),
        whole=True,
    ): """
        telefontid, telefontider, telefon, tel, telefonen, telephone, phone, phones, phone hours, telephone hours, ring
    """,
    Refusal(
        Text("tider efter bokning är ett schema för sig", "hours by appointment are a schedule of their own"),
        Text(
            "ta bort dem; skriv bara när man kan komma utan bokning", "leave them out; write only when one can drop in"
        ),
        limits=True,
    ): """
        tidsbokning, endast tidsbokning, endast bokade besök, endast efter bokning, bara efter bokning, bokning krävs,
        kräver bokning, bokade tider, endast tidsbokade besök, tidsbokade besök, bokade besök, bokat besök, bokning,
        bokad tid, förbokade besök, bokas, efter överenskommelse, enligt överenskommelse, efter bokning,
        efter tidsbokning, by appointment, by appointment only, appointment, appointments, booked visits, booking
    """,
    Refusal(
        Text("tider för självbetjäning är ett schema för sig", "hours of self-service are a schedule of their own"),
        Text("skriv bara de bemannade tiderna", "write only the hours with staff"),
        limits=True,
    ): "självbetjäning, självservice, meröppet, obemannat, self-service, self service, unstaffed",
    SEASON: """
        sommar, sommaren, sommartid, sommartider, sommaröppet, sommaröppettider, semester,
        vinter, vintern, vintertid, vintertider, höst, hösten, vår, våren, högsäsong, lågsäsong, summer, winter, autumn,
        spring, summer hours, winter hours, season, januari, februari, mars, april, maj, juni, juli, augusti, september,
        oktober, november, december, january, february, march, may, june, july, august, october, jan, feb, mar, apr,
        jun, jul, aug, sep, sept, okt, oct, nov, dec
    """,
    Refusal(
        Text("dagar före helg hör inte till ordinarie veckor", "days before holidays are no part of ordinary weeks"),
        Text(
            "registrets policy eller en avvikelse säger när de är kortare",
            "the registry's policy or a deviation tells when they are shorter",
        ),
    ): """
        dag före helgdag, dagar före helgdag, dag före röd dag, dagar före röd dag, dag före helg, dagar före helg,
        dag före, dagar före, dagen före, dagen före helgdag, dagen före röd dag, helgdagsafton, helgdagsaftnar,
        helgafton, helgaftnar, aftnar, afton, klämdag, klämdagar, day before, days before, day before holiday, eve,
        eves, day before a holiday, day before public holidays, days before public holidays, the day before, bridge days
    """,
    Refusal(
        Text("enskilda dagar hör inte till ordinarie veckor", "single days are no part of ordinary weeks"),
        Text("ange dagen som en avvikelse", "give the day as a deviation"),
    ): """
        idag, i dag, imorgon, i morgon, today, tomorrow, julafton, juldagen, annandag, annandagen, annandag jul,
        nyårsafton, nyårsdagen, nyår, trettondagen, trettondagsafton, skärtorsdag, skärtorsdagen, långfredag,
        långfredagen, påskafton, påskdagen, påsk, påsken, valborg, valborgsmässoafton, första maj,
        kristi himmelsfärdsdag, pingst, pingstafton, nationaldagen, midsommar, midsommarafton, midsommardagen,
        allhelgona, allhelgonaafton, alla helgons dag, jul, julen, easter, christmas, christmas eve, christmas day,
        boxing day, new year, new year's eve, new years eve, new year's day, good friday, midsummer, midsummer eve,
        midsummer's eve
    """,
    Refusal(
        Text(
            "en tillfällig stängning hör inte till ordinarie veckor",
            "a closure for a time is no part of ordinary weeks",
        ),
        Text("ange dagarna som en avvikelse", "give the days as a deviation"),
        limits=True,
    ): """
        tillfälligt stängt, stängt tillfälligt, tillfälligt, tills vidare, stängt tills vidare, semesterstängt,
        sommarstängt, julstängt, semesterstängning, sommarstängning, stängt för semester, stängt för ombyggnad,
        stängt för renovering, stängt på grund av, stängt p.g.a., temporarily closed, closed temporarily, temporarily,
        until further notice, closed until further notice, closed for renovation, closed for holidays, summer closure
    """,
    Refusal(
        Text("kan betyda tisdag eller torsdag", "can mean Tuesday or Thursday"), Text("tis, eller tors", "Tue, or Thu")
    ): "t",
    Refusal(
        Text("kan betyda söndag eller lördag", "can mean Saturday or Sunday"), Text("lör, eller sön", "Sat, or Sun")
    ): "s",
    Refusal(
        Text("lov är olika från kommun till kommun", "school holidays differ between municipalities"),
        Text("ange dagarna som avvikelser", "give the days as deviations"),
    ): "skollov, lov, lovdagar, sportlov, höstlov, påsklov, sh, school holidays, half-term",
    Refusal(
        Text("klockslaget behöver siffror", "the time of day needs figures"),
        Text("09.30", "09:30"),
    ): """
        halv, kvart, kvart över, kvart i, half, half past, quarter, quarter past, quarter to, ett, två, tre, fyra, fem,
        sex, sju, åtta, nio, tio, elva, tolv, tretton, fjorton, femton, sexton, sjutton, arton, one, two, three, four,
        five, six, seven, eight, nine, ten, eleven, twelve, soluppgång, solnedgång, sunrise, sunset, dawn, dusk
    """,
    INEXACT: """
        ca, cirka, c:a, omkring, runt, ungefär, about, around, approximately, approx, vissa, vissa dagar, ibland,
        oftast, eventuellt, some, some days, sometimes, mostly, kvällsöppet, kvällstid, dagtid,
        daytime, kontorstid, dygn, sent, tidigt, late, early, senast, earliest, latest
    """,
    Refusal(
        Text("det är inte sagt vilka dagar", "that does not say which days"),
        Text("skriv dagarna", "write the days"),
    ): """
        dagar i veckan, dagar per vecka, dagar/vecka, en dag i veckan, två dagar i veckan, tre dagar i veckan,
        fyra dagar i veckan, fem dagar i veckan, sex dagar i veckan, 1 dag i veckan, 2 dagar i veckan,
        3 dagar i veckan, 4 dagar i veckan, 5 dagar i veckan, 6 dagar i veckan, 2 dagar/vecka, 3 dagar/vecka,
        4 dagar/vecka, days a week, days per week, ggr, gånger, gång, times a week, once, twice, once a week,
        twice a week, en gång i veckan, två gånger i veckan, en gång i månaden, två gånger i månaden, once a month,
        twice a month
    """,
    Refusal(
        Text("skriv när det öppnar och när det stänger ihop", "write when it opens and when it closes together"),
        Text("10.00–16.00", "10:00–16:00"),
        whole=True,
    ): "öppnar, stänger, stänger kl, closes, closing, efter, före, after, before",
    Refusal(
        Text("dagar som ingen källa talar om utelämnas", "days that no source speaks of are left out"),
        Text("ta bort dem", "leave them out"),
    ): "okänt, okända, okänd, oklart, vet ej, unknown, tbd, n/a, ?",
}
