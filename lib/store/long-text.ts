import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'

// One a process, as the client whose connections take from it.
const across = globalThis as unknown as { chengjiLongTexts?: Map<string, string> }
const waiting = (across.chengjiLongTexts ??= new Map<string, string>())

/**
 * Runs a statement with a word in place of a long text, which the connection puts back: on its way through Prisma a value is
 * written as JSON and copied several times, which of a thousand rows holds more than the rows themselves.
 */
export async function withLongText<T>(text: string, run: (word: string) => Promise<T>): Promise<T> {
  // Nobody can know the word: what a person typed is never taken for one.
  const word = `long text ${randomUUID()}`
  waiting.set(word, text)
  try {
    const result = await run(word)
    if (waiting.has(word)) throw new Error('a long text was not put back, and nothing is kept')
    return result
  } finally {
    waiting.delete(word)
  }
}

function putBack(value: unknown): unknown {
  const text = typeof value === 'string' ? waiting.get(value) : undefined
  if (text === undefined) return value
  waiting.delete(String(value))
  return text
}

/** The way to the database for Prisma, on which the statements of transactions get their long texts back. */
export class LongTextPg extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const adapter = await super.connect()
    const start = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (level) => {
      const transaction = await start(level)
      const execute = transaction.executeRaw.bind(transaction)
      transaction.executeRaw = (query) =>
        execute(waiting.size === 0 ? query : { ...query, args: query.args.map(putBack) })
      return transaction
    }
    return adapter
  }
}
