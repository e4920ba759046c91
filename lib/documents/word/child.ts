import type { Paper } from '../paper'
import { writeWord } from './write-word'

/** Writes one Word file and ends: what is long to write holds up nobody else. */
process.once('message', (paper: Paper) => {
  const send = (answer: { file: Uint8Array } | { fault: string }): void => {
    process.send?.(answer, undefined, undefined, () => {
      process.disconnect()
    })
  }
  writeWord(paper).then(
    (file) => {
      send({ file })
    },
    (error: unknown) => {
      send({ fault: error instanceof Error ? error.message : String(error) })
    },
  )
})
process.once('disconnect', () => {
  process.exit()
})
