import { Server, Socket } from 'node:net';

/** A table of cases needs no socket; a test that does is told at once that it lies in the wrong project. */
function refuse(): never {
  throw new Error('a unit test opens no socket: name the file *.test.ts, without unit');
}

Server.prototype.listen = refuse;
Socket.prototype.connect = refuse;
