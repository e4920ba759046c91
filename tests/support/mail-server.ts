import { SMTPServer } from 'smtp-server'
import { vi } from 'vitest'

interface Received {
  readonly to: string
  /** The mail as it came, with its heads. */
  readonly text: string
}

/** A real server for e-mail on a port of its own. */
export interface MailServer {
  readonly received: readonly Received[]
  /** Addresses it will not take, with its answer and how often. */
  readonly refused: Map<string, { readonly code: number; left: number }>
  /** The next mail of that kind to arrive. */
  readonly arrival: (isWanted: (mail: Received) => boolean) => Promise<Received>
  readonly close: () => Promise<void>
}

/** Raises one, to which the portal of a test file sends until it is closed. */
export async function raiseMailServer(): Promise<MailServer> {
  const received: Received[] = []
  const awaited = new Set<(mail: Received) => void>()
  const refused: MailServer['refused'] = new Map()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const refusal = refused.get(address)
      if (refusal === undefined || refusal.left === 0) {
        done()
        return
      }
      refusal.left -= 1
      done(Object.assign(new Error(`no mailbox ${address}`), { responseCode: refusal.code }))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        const mail = { to: session.envelope.rcptTo.map(({ address }) => address).join(), text }
        received.push(mail)
        for (const tell of awaited) tell(mail)
        done()
      })
    },
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', () => {
      listening()
    })
  })
  const { port } = server.server.address() as { port: number }
  const arrival: MailServer['arrival'] = (isWanted) =>
    new Promise((arrived) => {
      const tell = (mail: Received) => {
        if (!isWanted(mail)) return
        awaited.delete(tell)
        arrived(mail)
      }
      awaited.add(tell)
    })
  vi.stubEnv('CHENGJI_SMTP_URL', `smtp://127.0.0.1:${port}`)
  vi.stubEnv('NEXTAUTH_URL', 'https://portal.example')
  const close = () => {
    vi.unstubAllEnvs()
    return new Promise<void>((closed) => {
      server.close(() => {
        closed()
      })
    })
  }
  return { received, refused, arrival, close }
}

/** What the mail says, its heads aside. */
export const bodyOf = ({ text }: Received): string =>
  Buffer.from(text.split('\r\n\r\n').slice(1).join(''), 'base64').toString('utf8')
