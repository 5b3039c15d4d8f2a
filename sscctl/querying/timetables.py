"""Timetables of a registry's offices, with the closed days that the registry's policy names."""

from __future__ import annotations

from sscctl.reading.policy import Policy

__all__ = ["Policy"]
