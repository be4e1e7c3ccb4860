"""The models of home, defined in one file per topic."""

from .easy_to_read import EasyToReadPage
from .front import HomePage
from .methods import MethodIndexPage, MethodMaterial, MethodPage, MethodSource, MethodStep
from .mission import MissionLaboratory, MissionMilestone, MissionPage, MissionVision
from .standard import StandardPage

__all__ = [
    "EasyToReadPage",
    "HomePage",
    "MethodIndexPage",
    "MethodMaterial",
    "MethodPage",
    "MethodSource",
    "MethodStep",
    "MissionLaboratory",
    "MissionMilestone",
    "MissionPage",
    "MissionVision",
    "StandardPage",
]
