"""What stands before a node and can refuse all connections, as a server that has ended does.

For whatever sees no more of the node than its network: to start one again takes tens of seconds.
What is on its disk when it ends is tested with a node that is killed.
"""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any

HOST = "127.0.0.1"
PATIENCE = 20


class Gateway:
    """Its address stays the same, whether it refuses or not."""

    def __init__(self, port: int) -> None:
        self._behind = port
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever)
        self._writers: set[asyncio.StreamWriter] = set()
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def start(self) -> None:
        self._thread.start()
        self.accept()

    def stop(self) -> None:
        self.refuse()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(PATIENCE)
        self._loop.close()

    def accept(self) -> None:
        self._do(self._accept())

    def refuse(self) -> None:
        """Connections that are open end, too."""
        self._do(self._refuse())

    def _do(self, what: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(what, self._loop).result(PATIENCE)

    async def _accept(self) -> None:
        self._server = await asyncio.start_server(self._connect, HOST, self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _refuse(self) -> None:
        self._server.close()
        while self._writers:
            for writer in self._writers:
                writer.transport.abort()
            await asyncio.sleep(0)
        await self._server.wait_closed()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            behind = await asyncio.open_connection(HOST, self._behind)
        except OSError:
            self._writers.discard(writer)
            writer.transport.abort()
            return
        self._writers.add(behind[1])
        await asyncio.gather(self._hand_on(reader, behind[1]), self._hand_on(behind[0], writer))

    async def _hand_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while sent := await reader.read(1 << 16):
                writer.write(sent)
                await writer.drain()
        self._writers.discard(writer)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


@contextmanager
def before(port: int) -> Iterator[Gateway]:
    gateway = Gateway(port)
    gateway.start()
    try:
        yield gateway
    finally:
        gateway.stop()
