import 'server-only'
import { notFound } from 'next/navigation'
import { AccessRefused } from '@/lib/access/authorize'

/** What a page reads, or not found: a city or report that does not exist looks like one that is not yours. */
export async function found<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof AccessRefused && error.code === 'notFound') notFound()
    throw error
  }
}
