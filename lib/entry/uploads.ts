import type { RefusalCode, RefusalDetail } from '@/lib/values'
import { Sha256 } from './sha256'
import { LARGEST_FILE, type Source, type Told, type UploadItem, type UploadPort } from './upload-item'

/** So much is sent at once: little enough to show progress on a slow line. */
export const PIECE = 1024 * 1024
const AT_ONCE = 2
const TRIES_OF_A_PIECE = 3

interface Running {
  readonly source: Source
  readonly abort: AbortController
}

/**
 * Uploads of a page: several at once, each piece with its digest, each going on from what the server acknowledged last. What
 * is remembered of an unfinished upload is with the server: the same file chosen again goes on, after a reload or elsewhere.
 */
export class Uploads {
  #items: readonly UploadItem[] = []
  readonly #running = new Map<string, Running>()
  readonly #sources = new Map<string, Source>()
  readonly #ids = new Map<string, string>()
  readonly #digests = new Map<string, string>()
  readonly #listeners = new Set<() => void>()
  #serial = 0

  constructor(
    private readonly port: UploadPort,
    /** What becomes of a file that is there, before it is shown as done. */
    private readonly use: (item: UploadItem, file: string) => Promise<Told<object>>,
  ) {}

  readonly items = (): readonly UploadItem[] => this.#items

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Whether leaving the page would stop something. */
  get isBusy(): boolean {
    return this.#items.some(({ phase }) => !['done', 'refused', 'unreadable', 'paused'].includes(phase))
  }

  readonly add = (sources: readonly Source[], purpose: string): void => {
    for (const source of sources) {
      const key = `upload-${String((this.#serial += 1))}`
      this.#sources.set(key, source)
      const { name, size: bytes } = source
      this.#set([
        ...this.#items,
        { key, purpose, name, bytes, phase: 'waiting', progress: 0, file: null, refusal: null },
      ])
    }
    this.#startNext()
  }

  readonly stop = (key: string): void => {
    this.#running.get(key)?.abort.abort()
    this.#running.delete(key)
    this.#change(key, { phase: 'paused' })
    this.#startNext()
  }

  readonly goOn = (key: string): void => {
    this.#change(key, { phase: 'waiting', refusal: null })
    this.#startNext()
  }

  /** Gives a file up; what the server has of it is taken away. One that is done or was refused is only no longer shown. */
  readonly cancel = (key: string): void => {
    const item = this.#items.find((each) => each.key === key)
    const id = this.#ids.get(key)
    this.#running.get(key)?.abort.abort()
    this.#running.delete(key)
    this.#sources.delete(key)
    this.#set(this.#items.filter((each) => each.key !== key))
    if (id !== undefined && item?.phase !== 'done') void this.port.cancel(id)
    this.#startNext()
  }

  #startNext(): void {
    for (const item of this.#items) {
      if (this.#running.size >= AT_ONCE) return
      const source = this.#sources.get(item.key)
      if (item.phase !== 'waiting' || source === undefined || this.#running.has(item.key)) continue
      const running = { source, abort: new AbortController() }
      this.#running.set(item.key, running)
      void this.#run(item.key, running).then(() => {
        if (this.#running.get(item.key) === running) this.#running.delete(item.key)
        this.#startNext()
      })
    }
  }

  async #run(key: string, running: Running): Promise<void> {
    try {
      const { size } = running.source
      // No need to read through what can only be refused.
      if (size === 0) {
        this.#refuse(key, 'uploadEmpty', {})
        return
      }
      if (size > LARGEST_FILE) {
        this.#refuse(key, 'uploadTooLarge', { got: String(size), limit: String(LARGEST_FILE) })
        return
      }
      const sha256 = this.#digests.get(key) ?? (await this.#digest(key, running))
      if (sha256 === null) return
      this.#digests.set(key, sha256)
      await this.#send(key, running, sha256)
    } catch {
      if (!running.abort.signal.aborted) this.#change(key, { phase: 'unreadable' })
    }
  }

  /** The digest of the whole file, read in pieces so that the page goes on answering; null when stopped. */
  async #digest(key: string, { source, abort }: Running): Promise<string | null> {
    const hash = new Sha256()
    for (let at = 0; at < source.size; at += PIECE) {
      this.#change(key, { phase: 'reading', progress: at })
      hash.add(await bytesOf(source, at))
      if (abort.signal.aborted) return null
    }
    return hash.digest()
  }

  async #send(key: string, running: Running, sha256: string): Promise<void> {
    const { source, abort } = running
    const begun = await this.#ask(key, running, () =>
      this.port.begin({ name: source.name, bytes: source.size, sha256 }),
    )
    if (begun === null) return
    const { id } = begun
    this.#ids.set(key, id)
    let at = begun.received
    for (let tries = 0; at < source.size && !abort.signal.aborted;) {
      this.#change(key, { phase: 'sending', progress: at })
      const bytes = await bytesOf(source, at)
      const hash = new Sha256()
      hash.add(bytes)
      const digest = hash.digest()
      const from = at
      const answer = await this.#ask(
        key,
        running,
        () => this.port.piece(id, from, bytes, digest, abort.signal),
        (code) => code === 'pieceMisplaced' || (code === 'bytesDiffer' && (tries += 1) < TRIES_OF_A_PIECE),
      )
      if (answer === null) return
      if (answer === 'again') at = await this.#received(key, running, sha256, at)
      else {
        at = answer.received
        tries = 0
      }
    }
    if (abort.signal.aborted) return
    this.#change(key, { phase: 'finishing', progress: source.size })
    const done = await this.#ask(key, running, () => this.port.finish(id))
    if (done === null) return
    const item = this.#items.find((each) => each.key === key)
    if (item === undefined) return
    if ((await this.#ask(key, running, () => this.use(item, done.file))) === null) return
    this.#sources.delete(key)
    this.#change(key, { phase: 'done', file: done.file })
  }

  /** How far the server has come. */
  async #received(key: string, running: Running, sha256: string, otherwise: number): Promise<number> {
    const { name, size: bytes } = running.source
    const answer = await this.#ask(key, running, () => this.port.begin({ name, bytes, sha256 }))
    return answer?.received ?? otherwise
  }

  #ask<T>(key: string, running: Running, ask: () => Promise<Told<T>>): Promise<T | null>
  #ask<T>(
    key: string,
    running: Running,
    ask: () => Promise<Told<T>>,
    isMended: (code: string) => boolean,
  ): Promise<T | 'again' | null>
  /** Asks until there is an answer; null when it was a refusal, or the upload was stopped. */
  async #ask<T>(
    key: string,
    { abort }: Running,
    ask: () => Promise<Told<T>>,
    isMended: (code: string) => boolean = () => false,
  ): Promise<T | 'again' | null> {
    for (let tries = 0; ; tries += 1) {
      const answer = await ask()
      if (isStopped(abort)) return null
      if (answer.kind === 'done') return answer.value
      if (answer.kind === 'refused') {
        const { refusal } = answer
        if (isMended(refusal.code)) return 'again'
        this.#change(key, { phase: refusal.code === 'signInFirst' ? 'signedOut' : 'refused', refusal })
        return null
      }
      this.#change(key, { phase: 'offline' })
      await this.port.pause(tries)
      if (isStopped(abort)) return null
    }
  }

  #refuse(key: string, code: RefusalCode, detail: RefusalDetail): void {
    this.#change(key, { phase: 'refused', refusal: { code, detail } })
  }

  #change(key: string, changed: Partial<UploadItem>): void {
    this.#set(this.#items.map((item) => (item.key === key ? { ...item, ...changed } : item)))
  }

  #set(items: readonly UploadItem[]): void {
    this.#items = items
    for (const listener of this.#listeners) listener()
  }
}

const isStopped = ({ signal }: AbortController): boolean => signal.aborted

async function bytesOf(source: Source, at: number): Promise<Uint8Array> {
  const end = Math.min(at + PIECE, source.size)
  const bytes = new Uint8Array(await source.slice(at, end).arrayBuffer())
  if (bytes.length !== end - at) throw new Error('the file is shorter than it was')
  return bytes
}
