// Socket.IO's own server with rooms, acks and, if wanted, an adapter that joins several servers. What clients send and
// hear is what Homeroom's clients do, so that the same load generator serves for both.
//
// usage: node server.mjs PORT memory|redis|redis-streams [REDIS_PORT]
//
// Says "ready" on standard output once it listens, and ends when its standard input does.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const [port, adapter, redisPort] = process.argv.slice(2)

const adapters = {
  memory: async () => undefined,
  redis: async () => {
    const { createAdapter } = await import('@socket.io/redis-adapter')
    return createAdapter(await redis(), await redis())
  },
  'redis-streams': async () => {
    const { createAdapter } = await import('@socket.io/redis-streams-adapter')
    return createAdapter(await redis())
  },
}

async function redis() {
  const { createClient } = await import('redis')
  const client = createClient({ url: `redis://127.0.0.1:${redisPort}` })
  client.on('error', (error) => console.error(error)) // and it tries again
  return client.connect()
}

const http = createServer()
const io = new Server(http, { adapter: await adapters[adapter](), serveClient: false, perMessageDeflate: false })
let messages = 0

io.on('connection', (socket) => {
  socket.on('enter_room', ({ room }, ack) => {
    socket.join(room)
    ack({ ok: true, room, users: [], cursor: place() })
  })
  socket.on('send_message', ({ room, message, id }, ack) => {
    messages++
    const sentAt = new Date().toISOString()
    io.to(room).emit(
      'new_message',
      {
        id,
        room,
        client_id: id,
        user_id: '019ad000-0000-7000-8000-000000000000',
        username: 'bench-00',
        message,
        sent_at: sentAt,
        cursor: place(),
      },
      place(),
    )
    ack({ ok: true, id, cursor: place(), sent_at: sentAt })
  })
})

function place() {
  return String(messages).padStart(39, '0')
}

process.stdin.on('end', () => process.exit(0)).resume()
http.listen({ port: Number(port), host: '127.0.0.1', backlog: 4096 }, () => console.log('ready'))
