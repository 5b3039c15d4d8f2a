"""The register of Sweden's state service offices (statliga servicekontor), kept as reviewed YAML under git."""

__version__ = "0.1.0"
