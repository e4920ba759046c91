import { appendFileSync } from 'node:fs'
import path from 'node:path'

/** So much text of one file is held before it is written, and so much of all. */
const HELD = 64_000
const HELD_OF_ALL = 4_000_000

/** Texts that grow side by side, in files of one folder, so that memory does not grow with them. */
export interface Spool {
  append: (name: string, text: string | Uint8Array) => void
  /** The whole text as a file. */
  file: (name: string) => string
}

/** A spool in a folder that is there and empty; whoever made the folder takes it away. */
export function openSpool(folder: string): Spool {
  const held = new Map<string, string>()
  let size = 0
  const flush = (name: string): void => {
    const text = held.get(name) ?? ''
    appendFileSync(path.join(folder, name), text)
    held.delete(name)
    size -= text.length
  }
  return {
    append: (name, text) => {
      if (typeof text !== 'string') {
        flush(name)
        appendFileSync(path.join(folder, name), text)
        return
      }
      const own = (held.get(name) ?? '') + text
      held.set(name, own)
      size += text.length
      if (own.length >= HELD) flush(name)
      if (size >= HELD_OF_ALL) for (const each of [...held.keys()]) flush(each)
    },
    file: (name) => {
      flush(name)
      return path.join(folder, name)
    },
  }
}
