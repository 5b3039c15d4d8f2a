"""The web page for visitors: every office, place and agency as a page, in Swedish and in English."""
