import type { RefusalNote } from '@/lib/values'

/** The largest file: 50 MiB. */
export const LARGEST_FILE = 50 * 1024 * 1024

/** What is asked of a file that a person chose: a browser's File has it. */
export interface Source {
  readonly name: string
  readonly size: number
  readonly slice: (from: number, to: number) => { readonly arrayBuffer: () => Promise<ArrayBuffer> }
}

/** What the server said; `lost` when it could not be asked. */
export type Told<T> =
  | { readonly kind: 'done'; readonly value: T }
  | {
      readonly kind: 'refused'
      readonly refusal: RefusalNote | { readonly code: 'signInFirst'; readonly detail: RefusalNote['detail'] }
    }
  | { readonly kind: 'lost' }

/** What uploading needs of the world around it. */
export interface UploadPort {
  readonly begin: (file: {
    name: string
    bytes: number
    sha256: string
  }) => Promise<Told<{ id: string; received: number }>>
  readonly piece: (
    id: string,
    at: number,
    bytes: Uint8Array,
    sha256: string,
    signal: AbortSignal,
  ) => Promise<Told<{ received: number }>>
  readonly finish: (id: string) => Promise<Told<{ file: string }>>
  readonly cancel: (id: string) => Promise<Told<object>>
  /** Waits before another try; ends at once when the network comes back. */
  readonly pause: (tries: number) => Promise<void>
}

export type UploadPhase =
  /** Being read through, for its digest. */
  | 'reading'
  | 'waiting'
  | 'sending'
  /** Stopped by the person, or by the end of the session; goes on when told. */
  | 'paused'
  | 'signedOut'
  /** The network is away: it goes on by itself. */
  | 'offline'
  | 'finishing'
  | 'done'
  | 'refused'
  /** The file was moved or changed while it was read. */
  | 'unreadable'

/** One file on its way, as it is shown. */
export interface UploadItem {
  readonly key: string
  /** What the file is for, by whoever added it. */
  readonly purpose: string
  readonly name: string
  readonly bytes: number
  readonly phase: UploadPhase
  /** Bytes read or acknowledged so far. */
  readonly progress: number
  readonly file: string | null
  readonly refusal: Extract<Told<never>, { kind: 'refused' }>['refusal'] | null
}
