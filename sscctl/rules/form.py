"""SSC001 to SSC009: what reading itself objects to, explained here; SSC003 and SSC004 are in `identity`."""

from __future__ import annotations

from sscctl.domain.finding import Severity
from sscctl.rules._rule import Book

BOOK = Book()


@BOOK.declared("SSC001", Severity.ERROR)
def unreadable_file() -> None:
    """A file is not the plain YAML that every program reads alike, or lacks what its schema demands.

    The registry is read by many programs. What they would read differently is refused: keys that stand twice, tabs,
    anchors, tags, other encodings than UTF-8, and values of another kind than the schema names.

    Svenska: En fil är inte den enkla YAML som alla program läser lika, eller saknar det som dess schema kräver.

    Registret läses av många program. Det som de skulle läsa olika godtas inte: nycklar som står två gånger,
    tabbar, ankare, taggar, annan teckenkodning än UTF-8, och värden av annat slag än schemat anger.

    Bad:
        text: |
          id: exempelstad-torget
          name: Torget
          name: Hamnen
          municipality: "0180"
          sources:
            page: {url: "https://exempel.se", date: "2026-10-01"}
    Good:
        text: |
          id: exempelstad-torget
          name: Torget
          municipality: "0180"
          sources:
            page: {url: "https://exempel.se", date: "2026-10-01"}
    """


@BOOK.declared("SSC002", Severity.ERROR)
def unknown_key() -> None:
    """A key is not among those that the schema knows.

    A misspelt key would be passed over in silence, and with it the fact: an address under `adress` is no address.

    Svenska: En nyckel finns inte bland dem som schemat känner.

    En felstavad nyckel skulle förbigås i tysthet och uppgiften med den: en adress under `adress` är ingen adress.

    Bad:
        text: |
          id: exempelstad-torget
          name: Torget
          municipality: "0180"
          adress: Exempelgatan 1
          sources:
            page: {url: "https://exempel.se", date: "2026-10-01"}
    Good:
        text: |
          id: exempelstad-torget
          name: Torget
          municipality: "0180"
          addresses:
            - {street: Exempelgatan 1}
          sources:
            page: {url: "https://exempel.se", date: "2026-10-01"}
    """


@BOOK.declared("SSC005", Severity.ERROR)
def code_as_number() -> None:
    """A code, or another value that some readers would take for a number, stands without quotes.

    0180 is a code, not an amount. Read as a number it loses its zero, or becomes octal: 0114 is 76 to a reader of
    YAML 1.1. In quotes it stays what it is.

    Svenska: En kod, eller ett annat värde som vissa program tar för ett tal, står utan citattecken.

    0180 är en kod och inget antal. Läst som ett tal mister den nollan, eller blir oktal: 0114 blir 76 i YAML 1.1. Inom
    citattecken förblir den vad den är.

    Bad:
        text: |
          id: exempelstad-torget
          name: Torget
          municipality: 0180
          sources:
            page: {url: "https://exempel.se", date: "2026-10-01"}
    Good:
        text: |
          id: exempelstad-torget
          name: Torget
          municipality: "0180"
          sources:
            page: {url: "https://exempel.se", date: "2026-10-01"}
    """


@BOOK.declared("SSC006", Severity.ERROR)
def no_real_time() -> None:
    """A date or a time is not in the calendar, not written as ISO 8601 has it, or not in quotes.

    Visitors plan by dates and times, so each must be a real one and mean the same to all. Unquoted, 10:00 is 600 to
    a reader of YAML 1.1, and 2026-02-30 is no day at all.

    Svenska: Ett datum eller klockslag finns inte, är inte skrivet enligt ISO 8601 eller saknar citattecken.

    Besökare planerar efter datum och tider. Därför ska de finnas på riktigt och betyda samma sak för alla. Utan
    citattecken blir 10:00 till 600 i YAML 1.1, och 2026-02-30 är ingen dag alls.

    Bad:
        deviations:
          - {on: "2026-02-30", hours: [], reason: {sv: Inventering, en: Stocktaking}}
    Good:
        deviations:
          - {on: "2026-03-02", hours: [], reason: {sv: Inventering, en: Stocktaking}}
    """


@BOOK.declared("SSC007", Severity.WARNING)
def bare_word() -> None:
    """A word such as no, on or off stands without quotes.

    Readers of YAML 1.1 take it for true or false: a booking that is `no` becomes `false`, and Norway disappears.

    Svenska: Ett ord som no, on eller off står utan citattecken.

    Program som läser YAML 1.1 tar det för sant eller falskt: en bokning som är `no` blir `false`, och Norge försvinner.

    Bad:
        text: |
          id: exempelstad-torget
          name: Torget
          municipality: "0180"
          town: Off
          sources:
            page: {url: "https://exempel.se", date: "2026-10-01"}
    Good:
        text: |
          id: exempelstad-torget
          name: Torget
          municipality: "0180"
          town: "Off"
          sources:
            page: {url: "https://exempel.se", date: "2026-10-01"}
    """


@BOOK.declared("SSC008", Severity.ERROR)
def damaged_text() -> None:
    """A text holds characters that are damaged, invisible or put together in an unusual way.

    Such a text cannot be searched for, and can show something else than it says. `VÃ¤xjö` was read in the wrong
    encoding; an ä of two characters looks right and is found by nobody; invisible characters can turn a line around.

    Svenska: En text innehåller skadade, osynliga eller ovanligt sammansatta tecken.

    En sådan text går inte att söka efter och kan visa något annat än den säger. `VÃ¤xjö` är läst med fel
    teckenkodning; ett ä av två tecken ser rätt ut men hittas av ingen; osynliga tecken kan vända på en rad.

    Bad:
        town: VÃ¤xjö
    Good:
        town: Växjö
    """


@BOOK.declared("SSC009", Severity.WARNING)
def stray_space() -> None:
    """A text begins or ends with a space, or has two in a row.

    Nobody sees the space, but two names that differ only by it are two names to a program.

    Svenska: En text börjar eller slutar med ett mellanslag, eller har två i rad.

    Ingen ser mellanslaget, men två namn som bara skiljer sig åt genom det är två olika namn för ett program.

    Bad:
        name: "Torget "
    Good:
        name: Torget
    """
