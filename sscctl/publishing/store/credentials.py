"""Who we are to an object store: from the environment, else from a profile of AWS's files; never an argument."""

from __future__ import annotations

from collections.abc import Mapping
from configparser import ConfigParser, Error
from dataclasses import dataclass, field
from pathlib import Path

from sscctl.errors import CannotBeDoneHere
from sscctl.text import Text


@dataclass(frozen=True, slots=True)
class Access:
    """Where the store is and what opens it; the secrets are never shown, not even by `repr`."""

    region: str
    endpoint: str | None
    key: str | None = field(default=None, repr=False)
    secret: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)


def access(environment: Mapping[str, str]) -> Access:
    """What the environment says, by the names that AWS's own tools use; `CannotBeDoneHere` where it says too little.

    A profile (`AWS_PROFILE`, else `default`) of the files that `aws configure` writes is read where the environment has
    no keys.
    """
    profile = _profile(environment)

    def found(*names: str) -> str | None:
        return next((environment[name] for name in names if environment.get(name)), None)

    key, secret, token = (found(f"AWS_{name}") for name in ("ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN"))
    if not key:
        key, secret, token = (
            profile.get(f"aws_{name}") for name in ("access_key_id", "secret_access_key", "session_token")
        )
    if not (key and secret):
        raise CannotBeDoneHere(
            Text("det saknas nycklar till objektlagret", "there are no keys to the object store"),
            Text(
                "sätt AWS_ACCESS_KEY_ID och AWS_SECRET_ACCESS_KEY, eller AWS_PROFILE",
                "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE",
            ),
        )
    region = found("AWS_REGION", "AWS_DEFAULT_REGION") or profile.get("region") or "us-east-1"
    endpoint = found("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL") or profile.get("endpoint_url")
    return Access(region, endpoint, key, secret, token)


def _profile(environment: Mapping[str, str]) -> Mapping[str, str]:
    name = environment.get("AWS_PROFILE", "default")
    home = Path(environment.get("HOME", "~")).expanduser() / ".aws"
    settings: dict[str, str] = {}
    for variable, file, section in (
        ("AWS_CONFIG_FILE", "config", name if name == "default" else f"profile {name}"),
        ("AWS_SHARED_CREDENTIALS_FILE", "credentials", name),
    ):
        parser = ConfigParser(interpolation=None)
        try:
            parser.read(environment.get(variable) or home / file, "utf-8")
        except (Error, UnicodeDecodeError):
            raise CannotBeDoneHere(
                Text(f"AWS-filen {file} går inte att läsa", f"the AWS file {file} cannot be read")
            ) from None
        if parser.has_section(section):
            settings |= parser[section]
    if "AWS_PROFILE" in environment and not settings:
        raise CannotBeDoneHere(Text(f"AWS-profilen {name} finns inte", f"there is no AWS profile {name}"))
    return settings
