from pydantic import BaseModel, ConfigDict


class Schema(BaseModel):
    """The base of all response schemas: immutable, without undeclared fields.

    Fields with defaults are always sent, so the contract lists them as required.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_serialization_defaults_required=True
    )
