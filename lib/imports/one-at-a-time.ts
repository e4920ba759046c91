import { Refusal } from '@/lib/values'

const reading = new Set<string>()

/** Runs one task a person at a time, so that nobody keeps the reader from others. @throws Refusal importBusy */
export async function oneAtATime<T>(person: string, task: () => Promise<T>): Promise<T> {
  if (reading.has(person)) throw new Refusal('importBusy')
  reading.add(person)
  try {
    return await task()
  } finally {
    reading.delete(person)
  }
}
