/** Bytes on their way, block by block. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** What must arrive: so many bytes with this SHA-256 (hex). */
export interface Expected {
  readonly bytes: number
  readonly sha256: string
}

/**
 * Where the bytes of files lie: a folder of this machine, or a store that speaks S3. Keys are made by the portal alone. What
 * was kept can be read until the end of time: nothing takes a city's file away, only the pieces of uploads that are over and
 * exports that have expired, which can be made again.
 */
export interface FileStore {
  /**
   * Keeps exactly the bytes that were declared, or nothing at all; returns when they would survive a power cut.
   * @param wanted what has to come true before they are kept; what it is not takes nothing more than time
   * @throws BytesDiffer
   * @throws StoreFull
   */
  readonly put: (
    key: string,
    source: ByteSource,
    expected: Expected,
    wanted?: Promise<unknown>,
  ) => Promise<void>
  /** The bytes under a key. @throws BytesMissing before the first byte */
  readonly get: (key: string) => Promise<AsyncIterable<Uint8Array>>
  readonly has: (key: string) => Promise<boolean>
  /** Takes away the pieces of an upload that is over: everything under `uploading/CITY/ID`. */
  readonly dropPieces: (city: string, upload: string) => Promise<void>
  /** Takes away all of an export: everything under `exports/ACCOUNT/ID`. */
  readonly dropExport: (account: string, id: string) => Promise<void>
}

/** What arrived is not what was declared: cut off, or altered on its way. */
export class BytesDiffer extends Error {
  constructor(
    readonly expected: Expected,
    readonly received: Expected,
  ) {
    super(
      `expected ${expected.bytes} bytes ${expected.sha256}, received ${received.bytes} bytes ${received.sha256}`,
    )
    this.name = 'BytesDiffer'
  }
}

/** There is no room for more. */
export class StoreFull extends Error {}

/** Nothing lies under this key. */
export class BytesMissing extends Error {}

/** The key of a city's file: the same bytes lie there once, whoever brings them and under whatever name. */
export const fileKey = (city: string, sha256: string): string => `${city}/${sha256.slice(0, 2)}/${sha256}`

/** The key of a piece of an upload; with its digest, so that two tabs cannot write over one another. */
export const pieceKey = (city: string, upload: string, starts: number, sha256: string): string =>
  `${piecesKey(city, upload)}/${starts}-${sha256}`

/** The folder of the pieces of an upload. */
export const piecesKey = (city: string, upload: string): string => `uploading/${city}/${upload}`

/** The key of a file that was made for a person, or of a piece of it. */
export const exportKey = (account: string, id: string, sha256: string): string =>
  `${exportFolder(account, id)}/${sha256}`

/** The folder of what was made for one export. */
export const exportFolder = (account: string, id: string): string => `exports/${account}/${id}`

/** Refuses what is no key of ours, so that none can lead out of the store. */
export function assertKey(key: string): void {
  if (!/^[a-z0-9-]+(?:\/[a-z0-9-]+)+$/.test(key)) throw new TypeError(`not a key: ${key}`)
}
