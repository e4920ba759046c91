import { BytesDiffer, StoreFull } from '@/lib/files/file-store'
import { Refusal } from '@/lib/values'

/** What the store of files refuses, as a person meets it. @throws Refusal bytesDiffer, storeFull */
export async function orRefused<T>(storing: Promise<T>): Promise<T> {
  try {
    return await storing
  } catch (error) {
    if (error instanceof StoreFull) throw new Refusal('storeFull')
    if (error instanceof BytesDiffer) {
      const { expected, received } = error
      throw new Refusal('bytesDiffer', { expected: String(expected.bytes), got: String(received.bytes) })
    }
    throw error
  }
}
