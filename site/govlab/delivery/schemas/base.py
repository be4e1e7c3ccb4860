from pydantic import BaseModel, ConfigDict


class Schema(BaseModel):
    """A part of the contract: nothing undeclared, nothing changed after it was made.

    Fields with defaults are always sent, so the contract lists them as required.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_serialization_defaults_required=True
    )
