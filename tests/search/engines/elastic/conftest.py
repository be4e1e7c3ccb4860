from tests.search.served import elasticsearch, follow

__all__ = ["elasticsearch", "follow"]
