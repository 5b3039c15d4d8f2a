"""Every command with its one-line summary, so that help and completion load none of them."""

from __future__ import annotations

from collections.abc import Mapping

from sscctl.text import Text

COMMANDS: Mapping[str, Text] = {
    "validate": Text("Kontrollera registret mot alla regler.", "Check the registry against every rule."),
    "fmt": Text("Skriv filerna i registrets form.", "Write the files in the registry's form."),
    "explain": Text("Förklara en regel, eller visa alla.", "Explain a rule, or list them all."),
    "list": Text("Lista kontor.", "List offices."),
    "show": Text("Visa allt om ett kontor.", "Show everything about one office."),
    "week": Text("Visa ett kontors öppettider dag för dag.", "Show an office's hours day by day."),
    "open": Text("Svara på om ett kontor är öppet.", "Say whether an office is open."),
    "hours": Text("Läs och sätt öppettider i ord.", "Read and set opening hours in words."),
    "near": Text("Hitta de närmaste kontoren.", "Find the nearest offices."),
    "stats": Text("Räkna kontor, invånare och luckor.", "Count offices, residents and gaps."),
    "sql": Text("Fråga registret i SQL.", "Ask the registry in SQL."),
    "log": Text(
        "Visa ett kontors liv och när registret fick veta det.", "Tell an office's life and when it was learned."
    ),
    "why": Text("Visa var en uppgift kommer ifrån.", "Tell where a value comes from."),
    "diff": Text("Visa vad som ändrats mellan två revisioner.", "Show what changed between two revisions."),
    "upcoming": Text("Visa vad som träder i kraft snart.", "Show what takes effect soon."),
    "stale": Text("Visa uppgifter som länge inte har bekräftats.", "Show facts that were not verified for long."),
    "codeowners": Text("Skriv vem som äger vilket kontor.", "Write who owns which office."),
    "office": Text("Lägg till, ändra, flytta och lägg ned kontor.", "Add, change, move and close offices."),
    "agreement": Text("För in, ändra och avsluta avtal.", "Enter, change and end agreements."),
    "agency": Text("För in och ändra myndigheter.", "Enter and change agencies."),
    "apply": Text("Gör många ändringar på en gång, från en tabell.", "Make many edits at once, from a table."),
    "git": Text("Låt git visa, slå ihop och kontrollera kontor.", "Have git show, merge and check offices."),
    "doctor": Text("Se efter att allt är i ordning här.", "See that all is in order here."),
    "contract": Text(
        "Kontrollera att det som publiceras inte bryter för läsare.", "Check that an edition breaks no reader."
    ),
    "publish": Text("Publicera registret som öppna data.", "Publish the registry as open data."),
    "serve": Text("Visa webbsidan och data på den här datorn.", "Show the web page and the data on this machine."),
}
