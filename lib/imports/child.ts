/** Reads what uploaded files say about a report, in a process of its own: of thousands of cells only rows and figures leave it. */
import { readFile } from '@/lib/documents/tables/read-file'
import { serveFiles, type FileAsked } from '@/lib/documents/tables/serve-files'
import { contentReader, type ReadFor } from './content-reader'
import { rowPacker } from './packed-reading'

await serveFiles(async (bytes, named, { send }) => {
  // What is asked of this reader stands beside the name.
  const { name, ...asked } = named as FileAsked & ReadFor
  const rows = rowPacker((line) => {
    send('L', line)
  })
  await readFile(
    bytes,
    name,
    contentReader(asked, {
      onEntry: rows.add,
      onEnd: (head) => {
        rows.end()
        send('C', JSON.stringify(head))
        send('Z', '')
      },
    }),
  )
})
